package io.sagescale.plan;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The SDK's clients of the two services that hold what a policy file declares. */
public interface Services {
  ApplicationAutoScalingClient scaling();

  CloudWatchClient cloudWatch();
}
