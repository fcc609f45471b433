package io.sagescale.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Requests that an engine takes, as documents: what comes first makes possible what comes later. */
final class SoundRequests {
  static final ObjectMapper JSON = new ObjectMapper();

  /** A request by the name of its service in headers and paths; the runtime has no such name. */
  record Sound(String service, String operation, ObjectNode members) {
    Sound with(ObjectNode others) {
      return new Sound(service, operation, others);
    }
  }

  static final List<Sound> HOSTING = of("SageMaker", """
      CreateModel {"ModelName":"m","PrimaryContainer":{"Image":"i","Environment":{"A":"1"}},"Tags":[{"Key":"k","Value":"v"}]}
      CreateEndpointConfig {"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"v","ModelName":"m","InstanceType":"ml.g5.2xlarge","InitialInstanceCount":1,"InitialVariantWeight":1}]}
      CreateEndpointConfig {"EndpointConfigName":"hosts","ExecutionRoleArn":"arn:aws:iam::123456789012:role/r","ProductionVariants":[{"VariantName":"v","InstanceType":"ml.g5.12xlarge","InitialInstanceCount":1,"ManagedInstanceScaling":{"Status":"ENABLED","MinInstanceCount":1,"MaxInstanceCount":4},"RoutingConfig":{"RoutingStrategy":"LEAST_OUTSTANDING_REQUESTS"}}]}
      CreateEndpoint {"EndpointName":"e","EndpointConfigName":"c","Tags":[{"Key":"k","Value":"v"}]}
      CreateEndpoint {"EndpointName":"h","EndpointConfigName":"hosts"}
      CreateInferenceComponent {"InferenceComponentName":"ic","EndpointName":"h","VariantName":"v","Specification":{"ModelName":"m","ComputeResourceRequirements":{"NumberOfAcceleratorDevicesRequired":1,"MinMemoryRequiredInMb":1024}},"RuntimeConfig":{"CopyCount":1}}
      UpdateEndpointWeightsAndCapacities {"EndpointName":"e","DesiredWeightsAndCapacities":[{"VariantName":"v","DesiredInstanceCount":2,"DesiredWeight":1}]}
      UpdateInferenceComponentRuntimeConfig {"InferenceComponentName":"ic","DesiredRuntimeConfig":{"CopyCount":2}}
      UpdateInferenceComponent {"InferenceComponentName":"ic","RuntimeConfig":{"CopyCount":1}}
      UpdateEndpoint {"EndpointName":"e","EndpointConfigName":"c","RetainAllVariantProperties":true}
      DescribeEndpoint {"EndpointName":"e"}
      DescribeInferenceComponent {"InferenceComponentName":"ic"}
      ListEndpoints {"MaxResults":10,"CreationTimeAfter":1700000000,"NameContains":"e","SortBy":"Name","SortOrder":"Ascending"}
      AddTags {"ResourceArn":"arn:aws:sagemaker:us-east-1:123456789012:endpoint/e","Tags":[{"Key":"k","Value":"v"}]}
      """);

  static final List<Sound> SCALING = of("AnyScaleFrontendService", """
      RegisterScalableTarget {"ServiceNamespace":"sagemaker","ResourceId":"endpoint/e/variant/v","ScalableDimension":"sagemaker:variant:DesiredInstanceCount","MinCapacity":1,"MaxCapacity":4,"Tags":{"k":"v"}}
      RegisterScalableTarget {"ServiceNamespace":"sagemaker","ResourceId":"inference-component/ic","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount","MinCapacity":0,"MaxCapacity":3,"SuspendedState":{"DynamicScalingInSuspended":true}}
      RegisterScalableTarget {"ServiceNamespace":"sagemaker","ResourceId":"inference-component/lone","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount","MinCapacity":1,"MaxCapacity":3}
      RegisterScalableTarget {"ServiceNamespace":"sagemaker","ResourceId":"endpoint/llama/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount","MinCapacity":1,"MaxCapacity":4}
      PutScalingPolicy {"PolicyName":"track","ServiceNamespace":"sagemaker","ResourceId":"endpoint/e/variant/v","ScalableDimension":"sagemaker:variant:DesiredInstanceCount","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"TargetValue":5.0,"PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantConcurrentRequestsPerModelHighResolution"},"ScaleInCooldown":60,"ScaleOutCooldown":30,"DisableScaleIn":false}}
      PutScalingPolicy {"PolicyName":"own","ServiceNamespace":"sagemaker","ResourceId":"endpoint/llama/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"TargetValue":70.0,"CustomizedMetricSpecification":{"MetricName":"q","Namespace":"n","Statistic":"Average","Dimensions":[{"Name":"d","Value":"w"}]}}}
      PutScalingPolicy {"PolicyName":"step","ServiceNamespace":"sagemaker","ResourceId":"inference-component/ic","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount","PolicyType":"StepScaling","StepScalingPolicyConfiguration":{"AdjustmentType":"ChangeInCapacity","MetricAggregationType":"Maximum","Cooldown":60,"StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":1}]}}
      PutScheduledAction {"ServiceNamespace":"sagemaker","ScheduledActionName":"s","ResourceId":"endpoint/e/variant/v","ScalableDimension":"sagemaker:variant:DesiredInstanceCount","Schedule":"rate(5 minutes)","Timezone":"Europe/Berlin","StartTime":1772452800,"EndTime":1772539200,"ScalableTargetAction":{"MinCapacity":1,"MaxCapacity":3}}
      PutScheduledAction {"ServiceNamespace":"sagemaker","ScheduledActionName":"once","ResourceId":"inference-component/ic","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount","Schedule":"cron(0/5 * * * ? *)","ScalableTargetAction":{"MinCapacity":1}}
      DescribeScalableTargets {"ServiceNamespace":"sagemaker","ResourceIds":["endpoint/e/variant/v"],"ScalableDimension":"sagemaker:variant:DesiredInstanceCount","MaxResults":10}
      DescribeScalingPolicies {"ServiceNamespace":"sagemaker","PolicyNames":["track"],"MaxResults":1}
      DescribeScalingActivities {"ServiceNamespace":"sagemaker","IncludeNotScaledActivities":true,"MaxResults":2}
      DescribeScheduledActions {"ServiceNamespace":"sagemaker","ScheduledActionNames":["s"]}
      DeleteScheduledAction {"ServiceNamespace":"sagemaker","ScheduledActionName":"once","ResourceId":"inference-component/ic","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount"}
      DeleteScalingPolicy {"PolicyName":"own","ServiceNamespace":"sagemaker","ResourceId":"endpoint/llama/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"}
      DeregisterScalableTarget {"ServiceNamespace":"sagemaker","ResourceId":"inference-component/lone","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount"}
      """);

  static final List<Sound> WATCHING = of("GraniteServiceVersion20100801", """
      PutMetricData {"Namespace":"n","MetricData":[{"MetricName":"q","Dimensions":[{"Name":"d","Value":"w"}],"Timestamp":1772452800.5,"Value":90,"Unit":"Count","StorageResolution":1},{"MetricName":"r","Values":[1,2.5],"Counts":[3,4]},{"MetricName":"r","StatisticValues":{"SampleCount":2,"Sum":3,"Minimum":1,"Maximum":2}}]}
      PutMetricAlarm {"AlarmName":"a","AlarmDescription":"x","ActionsEnabled":true,"MetricName":"q","Namespace":"n","Dimensions":[{"Name":"d","Value":"w"}],"Statistic":"Average","Period":10,"EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":50,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching","AlarmActions":["arn:aws:sns:us-east-1:123456789012:t"],"Tags":[{"Key":"k","Value":"v"}]}
      PutMetricAlarm {"AlarmName":"p","Metrics":[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"n","MetricName":"r"},"Period":60,"Stat":"p99"},"ReturnData":true}],"EvaluationPeriods":1,"Threshold":1.5,"ComparisonOperator":"LessThanThreshold"}
      PutCompositeAlarm {"AlarmName":"both","AlarmRule":"ALARM(a) AND NOT ALARM(p)","ActionsEnabled":true,"AlarmActions":["arn:aws:sns:us-east-1:123456789012:t"]}
      SetAlarmState {"AlarmName":"a","StateValue":"ALARM","StateReason":"because","StateReasonData":"{}"}
      DescribeAlarms {"AlarmNames":["a"],"StateValue":"ALARM","MaxRecords":10}
      DescribeAlarms {"AlarmNamePrefix":"a","AlarmTypes":["MetricAlarm","CompositeAlarm"]}
      DescribeAlarmHistory {"AlarmName":"a","HistoryItemType":"StateUpdate","StartDate":1772452000,"EndDate":1772539200,"MaxRecords":10,"ScanBy":"TimestampDescending"}
      DescribeAlarmsForMetric {"MetricName":"q","Namespace":"n","Dimensions":[{"Name":"d","Value":"w"}],"Period":10}
      ListMetrics {"Namespace":"n","MetricName":"q","Dimensions":[{"Name":"d"}],"RecentlyActive":"PT3H"}
      GetMetricStatistics {"Namespace":"n","MetricName":"q","Dimensions":[{"Name":"d","Value":"w"}],"StartTime":1772452000,"EndTime":1772455600,"Period":60,"Statistics":["Average","Sum"],"Unit":"Count"}
      GetMetricStatistics {"Namespace":"n","MetricName":"r","StartTime":1772452000,"EndTime":1772455600,"Period":60,"ExtendedStatistics":["p99","tm90"]}
      GetMetricData {"MetricDataQueries":[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"n","MetricName":"r"},"Period":60,"Stat":"Sum"}}],"StartTime":1772452000,"EndTime":1772455600,"ScanBy":"TimestampAscending","MaxDatapoints":100}
      DisableAlarmActions {"AlarmNames":["a"]}
      EnableAlarmActions {"AlarmNames":["a"]}
      TagResource {"ResourceARN":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:a","Tags":[{"Key":"k","Value":"v"}]}
      UntagResource {"ResourceARN":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:a","TagKeys":["k"]}
      ListTagsForResource {"ResourceARN":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:a"}
      DeleteAlarms {"AlarmNames":["both"]}
      """);

  static final List<Sound> ASKING = of("", """
      InvokeEndpoint {"EndpointName":"e","Body":"{\\"inputs\\":\\"hi\\",\\"parameters\\":{\\"max_new_tokens\\":20}}","Content-Type":"application/json","X-Amzn-SageMaker-Target-Variant":"v"}
      InvokeEndpoint {"EndpointName":"llama","Body":"{\\"messages\\":[{\\"role\\":\\"user\\",\\"content\\":\\"hi\\"}],\\"max_tokens\\":50}"}
      InvokeEndpoint {"EndpointName":"h","Body":"hi","X-Amzn-SageMaker-Inference-Component":"ic"}
      InvokeEndpoint {"EndpointName":"h","Body":"hi","X-Amzn-SageMaker-Inference-Component":"ic","X-Amzn-SageMaker-Custom-Attributes":"a","X-Amzn-SageMaker-Inference-Id":"1","X-Amzn-SageMaker-Target-Model":"m"}
      InvokeEndpointWithResponseStream {"EndpointName":"e","Body":"{\\"prompt\\":\\"hi\\",\\"max_completion_tokens\\":30}","Accept":"*/*"}
      """);

  /** What becomes of a value in a request: each is wrong somewhere, and right elsewhere. */
  static final List<String> VALUES = List.of(
      "null", "true", "-1", "0", "1", "2", "10", "30", "60", "61", "101", "86400", "1000000", "2147483647", "2147483648",
      "-2147483648", "9223372036854775807", "18446744073709551616", "0.5", "-0.0", "1e18", "1e308", "-1e308", "5e-324",
      "253402300799", "253402300800", "-62135596800", "-62135596801", "9223372036", "9223372037", "-9223372037", "12000000000",
      "1772452800", "1772455000", "[]", "{}", "[[]]", "[null]", "{\"a\":null}", "\"\"", "\" \"", "\"NaN\"", "\"Infinity\"",
      "\"-Infinity\"", "\"a\\u0000\\u00e4\"", "\"\\ud83d\\ude80\"", "\"9999-12-31T23:59:59Z\"", "\"2300-01-01T00:00:00Z\"",
      "\"at(9999-12-31T23:59:59)\"", "\"at(2300-01-01T00:00:00)\"", "\"at(2026-03-02T12:30:00)\"", "\"rate(999999999 days)\"",
      "\"rate(2147483647 minutes)\"", "\"cron(0 0 31 2 ? *)\"", "\"cron(0 0 1 1 ? 2199)\"", "\"Pacific/Apia\"", "\"+18:00\"",
      "\"p100\"", "\"p0\"", "\"tm(0%:100%)\"", "\"wm(:5)\"", "\"Sum\"", "\"IQM\"", "\"ALARM(both)\"", "\"TRUE\"", "\"Percent\"",
      "\"PercentChangeInCapacity\"", "\"ExactCapacity\"", "\"StepScaling\"", "\"e\"", "\"h\"", "\"ic\"", "\"a\"", "\"endpoint/e/variant/v\"",
      "\"endpoint/new/variant/w\"", "\"endpoint/e/variant/w\"", "\"inference-component/new\"", "\"inference-component/ic\"",
      "\"sagemaker:variant:DesiredInstanceCount\"", "\"sagemaker:inference-component:DesiredCopyCount\"", "\"ecs\"",
      "\"arn:aws:sns:us-east-1:123456789012:t\"", "\"ml.m5.large\"", "\"SageMakerVariantInvocationsPerInstance\"",
      "\"SageMakerInferenceComponentInvocationsPerCopy\"", "\"missing\"", "\"ignore\"", "\"OK\"", "\"INSUFFICIENT_DATA\"",
      "\"{\\\"max_tokens\\\":1e999}\"", "\"{\\\"max_tokens\\\":131072}\"", "\"" + "x".repeat(300) + "\"", "\"" + "\u00e4".repeat(70_000) + "\"",
      "[" + "1,".repeat(2_000) + "1]", "[" + "\"a\",".repeat(150) + "\"b\"]", "[".repeat(60) + "]".repeat(60),
      "\"" + "ALARM(a) OR ".repeat(800) + "ALARM(p)\"", "\"" + "(".repeat(4_000) + "\"", "\"" + "[".repeat(100_000) + "\"");

  private SoundRequests() {}

  private static List<Sound> of(String service, String lines) {
    return lines.lines().map(line -> {
      int space = line.indexOf(' ');
      try {
        return new Sound(service, line.substring(0, space), (ObjectNode) JSON.readTree(line.substring(space)));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(line, e);
      }
    }).toList();
  }
}
