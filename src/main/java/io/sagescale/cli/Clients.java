package io.sagescale.cli;

import io.sagescale.plan.Services;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** The SDK's clients of the three services, each built when it is first asked for. */
public interface Clients extends Services, AutoCloseable {
  @Override
  ApplicationAutoScalingClient scaling();

  @Override
  CloudWatchClient cloudWatch();

  SageMakerClient sageMaker();

  @Override
  void close();
}
