package io.sagescale.api;

import io.sagescale.model.ResourceId;
import java.util.function.Consumer;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Short words for questions to Application Auto Scaling about one variant and one component. */
final class Scaling {
  static final ResourceId VARIANT = new ResourceId.Variant("llama", "AllTraffic");
  static final ResourceId COMPONENT = new ResourceId.Component("llama-ic");
  static final String VARIANT_ID = "endpoint/llama/variant/AllTraffic";
  static final String PER_MODEL = "SageMakerVariantConcurrentRequestsPerModelHighResolution";

  final ModelledDesk desk;
  private final OperationTable table;

  Scaling(ModelledDesk desk) {
    this.desk = desk;
    this.table = OperationTable.of(java.util.List.of(new AutoScalingApi()));
  }

  static Scaling lenient() {
    return new Scaling(ModelledDesk.lenient());
  }

  /** A lenient desk on which the variant is registered between 1 and 4. */
  static Scaling registered() {
    Scaling scaling = lenient();
    scaling.ask(register(q -> { }));
    return scaling;
  }

  /** Performs the operation of the request's type. */
  <R> R ask(Object question, Class<R> answer) {
    String name = question.getClass().getSimpleName().replaceFirst("Request$", "");
    return answer.cast(performed(table.find("application-autoscaling", name).orElseThrow(), question));
  }

  Object ask(Object question) {
    return ask(question, Object.class);
  }

  private <Q> Object performed(Operation<Q, ?> operation, Object question) {
    return operation.answer(desk, operation.request().cast(question));
  }

  DescribeScalingActivitiesResponse activities(Consumer<DescribeScalingActivitiesRequest.Builder> more) {
    return ask(DescribeScalingActivitiesRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER).applyMutation(more)
        .build(), DescribeScalingActivitiesResponse.class);
  }

  static RegisterScalableTargetRequest register(Consumer<RegisterScalableTargetRequest.Builder> more) {
    return RegisterScalableTargetRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER).resourceId(VARIANT_ID)
        .scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
        .minCapacity(1).maxCapacity(4).applyMutation(more).build();
  }

  static PutScalingPolicyRequest policy(Consumer<PutScalingPolicyRequest.Builder> more) {
    return PutScalingPolicyRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER).resourceId(VARIANT_ID)
        .scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
        .policyName("p").applyMutation(more).build();
  }

  static PutScalingPolicyRequest tracking(String name, String metricType, double target) {
    return policy(q -> q.policyName(name).policyType(PolicyType.TARGET_TRACKING_SCALING)
        .targetTrackingScalingPolicyConfiguration(c -> c.targetValue(target)
            .predefinedMetricSpecification(m -> m.predefinedMetricType(metricType))));
  }

  static PutScheduledActionRequest action(Consumer<PutScheduledActionRequest.Builder> more) {
    return PutScheduledActionRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER).resourceId(VARIANT_ID)
        .scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
        .scheduledActionName("office").schedule("cron(0 9 * * ? *)")
        .scalableTargetAction(a -> a.minCapacity(2).maxCapacity(8)).applyMutation(more).build();
  }
}
