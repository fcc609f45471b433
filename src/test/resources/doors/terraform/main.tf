terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

resource "aws_appautoscaling_target" "llama" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/llama/variant/AllTraffic"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "concurrency" {
  name               = "concurrency"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.llama.service_namespace
  resource_id        = aws_appautoscaling_target.llama.resource_id
  scalable_dimension = aws_appautoscaling_target.llama.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = 5
    scale_out_cooldown = 180
    predefined_metric_specification {
      predefined_metric_type = "SageMakerVariantConcurrentRequestsPerModelHighResolution"
    }
  }
}

resource "aws_appautoscaling_policy" "burst" {
  name               = "burst"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.llama.service_namespace
  resource_id        = aws_appautoscaling_target.llama.resource_id
  scalable_dimension = aws_appautoscaling_target.llama.scalable_dimension

  step_scaling_policy_configuration {
    adjustment_type         = "ChangeInCapacity"
    cooldown                = 60
    metric_aggregation_type = "Maximum"
    step_adjustment {
      metric_interval_lower_bound = 0
      metric_interval_upper_bound = 20
      scaling_adjustment          = 1
    }
    step_adjustment {
      metric_interval_lower_bound = 20
      scaling_adjustment          = 2
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "busy"
  namespace           = "AWS/SageMaker"
  metric_name         = "ConcurrentRequestsPerModel"
  dimensions          = { EndpointName = "llama", VariantName = "AllTraffic" }
  statistic           = "Maximum"
  period              = 10
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  threshold           = 20
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_appautoscaling_policy.burst.arn]
  tags                = { team = "genai" }
}

resource "aws_appautoscaling_scheduled_action" "open" {
  name               = "office-open"
  service_namespace  = aws_appautoscaling_target.llama.service_namespace
  resource_id        = aws_appautoscaling_target.llama.resource_id
  scalable_dimension = aws_appautoscaling_target.llama.scalable_dimension
  schedule           = "cron(0 7 ? * MON-FRI *)"
  timezone           = "Europe/Berlin"

  scalable_target_action {
    min_capacity = 2
    max_capacity = 8
  }
}
