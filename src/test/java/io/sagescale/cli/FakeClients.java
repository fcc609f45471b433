package io.sagescale.cli;

import java.lang.reflect.Method;
import org.mockito.Mockito;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's clients as mocks that answer every operation with a response without members, unless they are told otherwise. */
record FakeClients(ApplicationAutoScalingClient scaling, CloudWatchClient cloudWatch, SageMakerClient sageMaker)
    implements Clients {
  static FakeClients empty() {
    return new FakeClients(mock(ApplicationAutoScalingClient.class), mock(CloudWatchClient.class), mock(SageMakerClient.class));
  }

  private static <T> T mock(Class<T> client) {
    return Mockito.mock(client, Mockito.withSettings().defaultAnswer(call -> emptyResponse(call.getMethod())));
  }

  private static Object emptyResponse(Method method) throws Exception {
    Class<?> type = method.getReturnType();
    if (!type.getSimpleName().endsWith("Response")) {
      return null;
    }
    return ((SdkBuilder<?, ?>) type.getMethod("builder").invoke(null)).build();
  }

  @Override
  public void close() {}
}
