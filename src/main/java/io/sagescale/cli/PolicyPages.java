package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Scaling policies as AWS has them. */
final class PolicyPages {
  private PolicyPages() {}

  /** Of one target or of all, of some names or of any. */
  static List<ScalingPolicy> of(Clients clients, @Nullable ResourceId target, List<String> names) {
    DescribeScalingPoliciesRequest.Builder request =
        DescribeScalingPoliciesRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER);
    if (target != null) {
      request.resourceId(target.text()).scalableDimension(target.dimension().text());
    }
    if (!names.isEmpty()) {
      request.policyNames(names);
    }
    return Pages.all(token -> clients.scaling().describeScalingPolicies(request.nextToken(token).build()),
        DescribeScalingPoliciesResponse::scalingPolicies,
        DescribeScalingPoliciesResponse::nextToken);
  }
}
