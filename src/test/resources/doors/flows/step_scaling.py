"""Step policies with alarms of one's own: one instance more for a small breach, two for a large one, and the way back."""
from engine import *

NAME = "llama3-8b"
RESOURCE = f"endpoint/{NAME}/variant/AllTraffic"
LOAD = dict(metric="ConcurrentRequestsPerModel", EndpointName=NAME, VariantName="AllTraffic")
OUT, IN = "step-scale-out", "step-scale-in"
HIGH, LOW = (f"Step-Scaling-Alarm{side}-SageMaker:{RESOURCE}" for side in ("High", "Low"))


def step(policy, *adjustments):
    steps = [{k: v for k, v in zip(("MetricIntervalLowerBound", "MetricIntervalUpperBound", "ScalingAdjustment"), each)
              if v is not None} for each in adjustments]
    answer = scaling.put_scaling_policy(
        PolicyName=policy, PolicyType="StepScaling", ServiceNamespace="sagemaker", ResourceId=RESOURCE,
        ScalableDimension=VARIANT,
        StepScalingPolicyConfiguration={"AdjustmentType": "ChangeInCapacity", "MetricAggregationType": "Maximum",
                                        "Cooldown": 300, "StepAdjustments": steps})
    same(answer["Alarms"], [])
    return answer["PolicyARN"]


def watch(name, operator, threshold, policy_arn):
    cloudwatch.put_metric_alarm(
        AlarmName=name, AlarmActions=[policy_arn], Namespace="AWS/SageMaker", MetricName="ConcurrentRequestsPerModel",
        Dimensions=[{"Name": "EndpointName", "Value": NAME}, {"Name": "VariantName", "Value": "AllTraffic"}],
        Statistic="Maximum", Period=60, EvaluationPeriods=3, DatapointsToAlarm=3, Threshold=threshold,
        ComparisonOperator=operator, TreatMissingData="ignore")


deploy_endpoint(NAME, {"ModelName": NAME})
scaling.register_scalable_target(
    ServiceNamespace="sagemaker", ResourceId=RESOURCE, ScalableDimension=VARIANT, MinCapacity=1, MaxCapacity=4)
watch(HIGH, "GreaterThanOrEqualToThreshold", 20, step(OUT, (0, 20, 1), (20, None, 2)))
watch(LOW, "LessThanOrEqualToThreshold", 10, step(IN, (-20, 0, -1), (None, -20, -2)))
listed = scaling.describe_scaling_policies(ServiceNamespace="sagemaker", PolicyNames=[OUT])["ScalingPolicies"][0]
same([each["AlarmName"] for each in listed["Alarms"]], [HIGH])
same(alarm(HIGH)["TreatMissingData"], "ignore")

detection = until(lambda: state(HIGH) == "ALARM", 600, value=45, **LOAD)
assert 120 <= detection <= 300, f"noticed after {detection} s"
same(instances(NAME), (1, 3))
until(lambda: instances(NAME) == (3, 3) and endpoint(NAME)["EndpointStatus"] == "InService", 3600, value=15, **LOAD)
same(state(HIGH), "OK")
same(activities(RESOURCE, VARIANT)[-1], done("instance", 3, HIGH, OUT))

until(lambda: state(LOW) == "ALARM", 600)
same(instances(NAME)[1], 2)
until(lambda: instances(NAME) == (1, 1), 3600)
wait(60)
same(activities(RESOURCE, VARIANT)[-3:], [done("instance", 3, HIGH, OUT), done("instance", 2, LOW, IN), done("instance", 1, LOW, IN)])
assert "3 out of the last 3 datapoints [0.0 (" in alarm(LOW)["StateReason"], alarm(LOW)["StateReason"]

remove_target(RESOURCE, VARIANT)
same([each["AlarmName"] for each in cloudwatch.describe_alarms()["MetricAlarms"]], [HIGH, LOW])
cloudwatch.delete_alarms(AlarmNames=[HIGH, LOW])
same(cloudwatch.describe_alarms()["MetricAlarms"], [])
remove_endpoint(NAME)
