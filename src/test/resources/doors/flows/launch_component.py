"""One model as an inference component: requests in flight on its copy bring a second copy, and with it an instance."""
from engine import *

NAME, IC, POLICY = "llama3-8b", "llama3-8b-ic", "Target-tracking-Policy-component"
RESOURCE = f"inference-component/{IC}"
LOAD = dict(metric="ConcurrentRequestsPerCopy", InferenceComponentName=IC)

deploy_endpoint(NAME, {"ManagedInstanceScaling": {"Status": "ENABLED", "MinInstanceCount": 1, "MaxInstanceCount": 2},
                       "RoutingConfig": {"RoutingStrategy": "LEAST_OUTSTANDING_REQUESTS"}}, ExecutionRoleArn=ROLE)
deploy_component(IC, NAME, 1)
scaling.register_scalable_target(
    ServiceNamespace="sagemaker", ResourceId=RESOURCE, ScalableDimension=COMPONENT, MinCapacity=1, MaxCapacity=2)
high, low = track(
    POLICY, RESOURCE, COMPONENT, "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", 5.0, 300)
same(rule(high), ("ConcurrentRequestsPerCopy", "Maximum", 10, 3, "GreaterThanThreshold", 5.0))
wait(120)
same(state(high), "OK")

detection = until(lambda: state(high) == "ALARM", 120, value=100, **LOAD)
assert detection <= 45, f"noticed after {detection} s"
same(component(IC)["InferenceComponentStatus"], "Updating")
same(copies(IC), (1, 2))
until(lambda: copies(IC) == (2, 2) and component(IC)["InferenceComponentStatus"] == "InService", 1800, value=100, **LOAD)
same(instances(NAME), (2, 2))
wait(60)
same(activities(RESOURCE, COMPONENT), [done("copy", 2, high, POLICY)])

until(lambda: copies(IC) == (1, 1), 1800)
wait(60)
same(activities(RESOURCE, COMPONENT), [done("copy", 2, high, POLICY), done("copy", 1, low, POLICY)])
until(lambda: instances(NAME) == (1, 1), 1800)

remove_target(RESOURCE, COMPONENT)
same(cloudwatch.describe_alarms()["MetricAlarms"], [])
sagemaker.delete_inference_component(InferenceComponentName=IC)
wait(600)
remove_endpoint(NAME)
