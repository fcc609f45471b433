package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Scaling activities as AWS has them. */
final class ActivityPages {
  private ActivityPages() {}

  /** Of one target or of all. */
  static List<ScalingActivity> newestFirst(Clients clients, @Nullable ResourceId target, boolean isWithNotScaled) {
    DescribeScalingActivitiesRequest.Builder request = DescribeScalingActivitiesRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .includeNotScaledActivities(isWithNotScaled);
    if (target != null) {
      request.resourceId(target.text()).scalableDimension(target.dimension().text());
    }
    return Pages.all(token -> clients.scaling().describeScalingActivities(request.nextToken(token).build()),
        DescribeScalingActivitiesResponse::scalingActivities,
        DescribeScalingActivitiesResponse::nextToken);
  }
}
