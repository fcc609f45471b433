"""A component without requests goes to zero copies and its endpoint to zero instances; a refused request brings both back."""
from engine import *

NAME, IC = "llama3-8b", "llama3-8b-ic"
RESOURCE = f"inference-component/{IC}"
TRACK, WAKE, WAKE_ALARM = "target-tracking", "step-from-zero", "ic-step-scaling-alarm"
REFUSED = dict(metric="NoCapacityInvocationFailures", InferenceComponentName=IC)
ONE_USER = dict(metric="ConcurrentRequestsPerCopy", value=1, InferenceComponentName=IC)

deploy_endpoint(NAME, {"ManagedInstanceScaling": {"Status": "ENABLED", "MinInstanceCount": 0, "MaxInstanceCount": 3},
                       "RoutingConfig": {"RoutingStrategy": "LEAST_OUTSTANDING_REQUESTS"}}, ExecutionRoleArn=ROLE)
deploy_component(IC, NAME, 1)
scaling.register_scalable_target(
    ServiceNamespace="sagemaker", ResourceId=RESOURCE, ScalableDimension=COMPONENT, MinCapacity=0, MaxCapacity=8)
high, low = track(
    TRACK, RESOURCE, COMPONENT, "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", 5, 300)
wake = scaling.put_scaling_policy(
    PolicyName=WAKE, PolicyType="StepScaling", ServiceNamespace="sagemaker", ResourceId=RESOURCE,
    ScalableDimension=COMPONENT,
    StepScalingPolicyConfiguration={"AdjustmentType": "ChangeInCapacity", "MetricAggregationType": "Maximum",
                                    "Cooldown": 60,
                                    "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]})
cloudwatch.put_metric_alarm(
    AlarmName=WAKE_ALARM, AlarmActions=[wake["PolicyARN"]], Namespace="AWS/SageMaker",
    MetricName="NoCapacityInvocationFailures", Statistic="Maximum", Period=30, EvaluationPeriods=1, DatapointsToAlarm=1,
    Threshold=1, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="missing",
    Dimensions=[{"Name": "InferenceComponentName", "Value": IC}])

to_no_copy = until(lambda: copies(IC) == (0, 0), 3600)
assert 600 <= to_no_copy <= 1200, f"no copy after {to_no_copy} s"
same(state(low), "ALARM")
same(instances(NAME), (1, 1))
to_no_instance = until(lambda: instances(NAME) == (0, 0), 3600)
assert 540 <= to_no_instance <= 900, f"no instance after {to_no_instance} s more"
same(endpoint(NAME)["EndpointStatus"], "InService")
wait(60)
same(activities(RESOURCE, COMPONENT), [done("copy", 0, low, TRACK)])

woken = until(lambda: state(WAKE_ALARM) == "ALARM", 120, value=1, **REFUSED)
assert woken <= 70, f"woken after {woken} s"
wait(10)
same(copies(IC), (0, 1))
until(lambda: copies(IC) == (1, 1) and component(IC)["InferenceComponentStatus"] == "InService", 3600, **ONE_USER)
same(instances(NAME), (1, 1))
until(lambda: activities(RESOURCE, COMPONENT)[-1][2] == "Successful", 120, **ONE_USER)
same(activities(RESOURCE, COMPONENT), [done("copy", 0, low, TRACK), done("copy", 1, WAKE_ALARM, WAKE)])

remove_target(RESOURCE, COMPONENT)
same([each["AlarmName"] for each in cloudwatch.describe_alarms()["MetricAlarms"]], [WAKE_ALARM])
cloudwatch.delete_alarms(AlarmNames=[WAKE_ALARM])
sagemaker.delete_inference_component(InferenceComponentName=IC)
wait(600)
remove_endpoint(NAME)
