package io.sagescale.cli;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** The SDK's clients of the three services, each built when it is first asked for. */
public interface Clients extends AutoCloseable {
  ApplicationAutoScalingClient scaling();

  CloudWatchClient cloudWatch();

  SageMakerClient sageMaker();

  @Override
  void close();
}
