"""Clients, a clock and a load, for scripts that run against an engine on a manual clock."""
import datetime
import json
import os
import urllib.request

import boto3

URL = os.environ["AWS_ENDPOINT_URL"]
SERVICE = dict(endpoint_url=URL, region_name="us-east-1")

sagemaker = boto3.client("sagemaker", **SERVICE)
scaling = boto3.client("application-autoscaling", **SERVICE)
cloudwatch = boto3.client("cloudwatch", **SERVICE)

ROLE = "arn:aws:iam::123456789012:role/sagemaker"
VARIANT = "sagemaker:variant:DesiredInstanceCount"
COMPONENT = "sagemaker:inference-component:DesiredCopyCount"


def wait(seconds):
    """What time.sleep is elsewhere; the engine's time afterwards."""
    request = urllib.request.Request(f"{URL}/_sagescale/advance?by=PT{seconds}S", method="POST", data=b"")
    return datetime.datetime.fromisoformat(urllib.request.urlopen(request).read().decode().strip()[:19])


def until(true, limit, metric=None, value=None, **dimensions):
    """Waits in steps of ten seconds and keeps a metric at a value meanwhile; the seconds that it took."""
    for waited in range(0, limit, 10):
        if true():
            return waited
        if metric:
            cloudwatch.put_metric_data(Namespace="AWS/SageMaker", MetricData=[{
                "MetricName": metric, "Value": value, "StorageResolution": 1,
                "Dimensions": [{"Name": k, "Value": v} for k, v in dimensions.items()]}])
        wait(10)
    raise AssertionError(f"not within {limit} s")


def same(seen, wanted):
    assert seen == wanted, f"saw {seen!r}, wanted {wanted!r}"


def deploy_endpoint(name, variant, **config):
    sagemaker.create_model(
        ModelName=name, ExecutionRoleArn=ROLE,
        PrimaryContainer={"Image": "huggingface-pytorch-tgi-inference:2.3.0-tgi2.0.0-gpu-py310-cu121-ubuntu22.04",
                          "Environment": {"SM_NUM_GPUS": "1", "MAX_INPUT_LENGTH": "2048", "MAX_TOTAL_TOKENS": "4096"}})
    sagemaker.create_endpoint_config(
        EndpointConfigName=name, **config,
        ProductionVariants=[dict({"VariantName": "AllTraffic", "InstanceType": "ml.g5.2xlarge", "InitialInstanceCount": 1,
                                  "ContainerStartupHealthCheckTimeoutInSeconds": 900}, **variant)])
    sagemaker.create_endpoint(EndpointName=name, EndpointConfigName=name)
    same(endpoint(name)["EndpointStatus"], "Creating")
    until(lambda: endpoint(name)["EndpointStatus"] == "InService", 3600)


def deploy_component(name, endpoint_name, copies):
    sagemaker.create_inference_component(
        InferenceComponentName=name, EndpointName=endpoint_name, VariantName="AllTraffic",
        Specification={"ModelName": endpoint_name,
                       "StartupParameters": {"ModelDataDownloadTimeoutInSeconds": 3600,
                                             "ContainerStartupHealthCheckTimeoutInSeconds": 3600},
                       "ComputeResourceRequirements": {"NumberOfAcceleratorDevicesRequired": 1,
                                                       "NumberOfCpuCoresRequired": 1, "MinMemoryRequiredInMb": 1024}},
        RuntimeConfig={"CopyCount": copies})
    until(lambda: component(name)["InferenceComponentStatus"] == "InService", 3600)


def endpoint(name):
    return sagemaker.describe_endpoint(EndpointName=name)


def component(name):
    return sagemaker.describe_inference_component(InferenceComponentName=name)


def instances(name):
    variant = endpoint(name)["ProductionVariants"][0]
    return variant["CurrentInstanceCount"], variant["DesiredInstanceCount"]


def copies(name):
    runtime = component(name)["RuntimeConfig"]
    return runtime["CurrentCopyCount"], runtime["DesiredCopyCount"]


def track(policy, resource, dimension, metric, target, cooldown):
    """Puts a target tracking policy; the names of its two alarms."""
    answer = scaling.put_scaling_policy(
        PolicyName=policy, ServiceNamespace="sagemaker", ResourceId=resource, ScalableDimension=dimension,
        PolicyType="TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration={
            "TargetValue": target, "ScaleInCooldown": cooldown, "ScaleOutCooldown": cooldown,
            "PredefinedMetricSpecification": {"PredefinedMetricType": metric}})
    high, low = (alarm["AlarmName"] for alarm in answer["Alarms"])
    assert high.startswith(f"TargetTracking-{resource}-AlarmHigh-"), high
    assert low.startswith(f"TargetTracking-{resource}-AlarmLow-"), low
    return high, low


def alarm(name):
    return cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]


def state(name):
    return alarm(name)["StateValue"]


def rule(name):
    """The parts of an alarm that decide."""
    seen = alarm(name)
    return (seen["MetricName"], seen["Statistic"], seen["Period"], seen["EvaluationPeriods"], seen["ComparisonOperator"],
            seen["Threshold"])


def transitions(name):
    items = cloudwatch.describe_alarm_history(AlarmName=name, HistoryItemType="StateUpdate")["AlarmHistoryItems"]
    for item in items:
        same(json.loads(item["HistoryData"])["version"], "1.0")
    return [item["HistorySummary"] for item in reversed(items)]


def activities(resource, dimension):
    """What was done, oldest first: description, cause, status and its message."""
    seen = scaling.describe_scaling_activities(
        ServiceNamespace="sagemaker", ResourceId=resource, ScalableDimension=dimension)["ScalingActivities"]
    return [(each["Description"], each["Cause"], each["StatusCode"], each.get("StatusMessage")) for each in reversed(seen)]


def done(noun, count, alarm_name, policy):
    """A change that an alarm asked for, when it is there."""
    return (f"Setting desired {noun} count to {count}.", f"monitor alarm {alarm_name} in state ALARM triggered policy {policy}",
            "Successful", f"Successfully set desired {noun} count to {count}. Change successfully fulfilled by sagemaker.")


def remove_target(resource, dimension):
    scaling.deregister_scalable_target(ServiceNamespace="sagemaker", ResourceId=resource, ScalableDimension=dimension)
    same(scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"], [])


def remove_endpoint(name):
    sagemaker.delete_endpoint(EndpointName=name)
    wait(600)
    sagemaker.delete_endpoint_config(EndpointConfigName=name)
    sagemaker.delete_model(ModelName=name)
    same([each["EndpointName"] for each in sagemaker.list_endpoints()["Endpoints"]], [])
