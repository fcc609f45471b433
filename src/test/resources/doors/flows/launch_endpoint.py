"""One model on an endpoint, tracked by requests in flight: 100 at once bring a second instance, quiet takes it away."""
from engine import *

NAME, POLICY = "llama3-8b", "SageMakerEndpointScalingPolicy"
RESOURCE = f"endpoint/{NAME}/variant/AllTraffic"
LOAD = dict(metric="ConcurrentRequestsPerModel", EndpointName=NAME, VariantName="AllTraffic")

deploy_endpoint(NAME, {"ModelName": NAME})
scaling.register_scalable_target(
    ServiceNamespace="sagemaker", ResourceId=RESOURCE, ScalableDimension=VARIANT, MinCapacity=1, MaxCapacity=2)
high, low = track(POLICY, RESOURCE, VARIANT, "SageMakerVariantConcurrentRequestsPerModelHighResolution", 5.0, 180)
same(rule(high), ("ConcurrentRequestsPerModel", "Maximum", 10, 3, "GreaterThanThreshold", 5.0))
same(rule(low), ("ConcurrentRequestsPerModel", "Maximum", 10, 90, "LessThanThreshold", 4.5))
wait(120)
same(state(high), "OK")

detection = until(lambda: state(high) == "ALARM", 120, value=100, **LOAD)
assert detection <= 45, f"noticed after {detection} s"
assert alarm(high)["StateReason"].startswith("Threshold Crossed: 3 datapoints [100.0 ("), alarm(high)["StateReason"]
assert alarm(high)["StateReason"].endswith(")] were greater than the threshold (5.0)."), alarm(high)["StateReason"]
same(instances(NAME), (1, 2))
same(endpoint(NAME)["EndpointStatus"], "Updating")
until(lambda: instances(NAME) == (2, 2) and endpoint(NAME)["EndpointStatus"] == "InService", 1800, value=100, **LOAD)
wait(60)
same(activities(RESOURCE, VARIANT), [done("instance", 2, high, POLICY)])

scaling_in = until(lambda: instances(NAME)[1] == 1, 1800)
assert 780 <= scaling_in <= 1000, f"scaled in after {scaling_in} s"
same(state(low), "ALARM")
until(lambda: instances(NAME) == (1, 1) and endpoint(NAME)["EndpointStatus"] == "InService", 1800)
same(activities(RESOURCE, VARIANT), [done("instance", 2, high, POLICY), done("instance", 1, low, POLICY)])
same(transitions(high)[-2:], ["Alarm updated from OK to ALARM", "Alarm updated from ALARM to OK"])
same(transitions(low)[-1:], ["Alarm updated from OK to ALARM"])

scaling.delete_scaling_policy(
    PolicyName=POLICY, ServiceNamespace="sagemaker", ResourceId=RESOURCE, ScalableDimension=VARIANT)
same(cloudwatch.describe_alarms()["MetricAlarms"], [])
remove_target(RESOURCE, VARIANT)
remove_endpoint(NAME)
