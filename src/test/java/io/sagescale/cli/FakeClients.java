package io.sagescale.cli;

import java.lang.reflect.Method;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's clients as mocks that answer every operation with a response without members, unless they are told otherwise. */
record FakeClients(ApplicationAutoScalingClient scaling, CloudWatchClient cloudWatch, SageMakerClient sageMaker)
    implements Clients {
  static FakeClients empty() {
    return answering(call -> emptyResponse(call.getMethod()));
  }

  /** Every operation of every client is answered so, unless it is told otherwise. */
  static FakeClients answering(Answer<?> answer) {
    return new FakeClients(mock(ApplicationAutoScalingClient.class, answer), mock(CloudWatchClient.class, answer),
        mock(SageMakerClient.class, answer));
  }

  private static <T> T mock(Class<T> client, Answer<?> answer) {
    return Mockito.mock(client, Mockito.withSettings().defaultAnswer(answer));
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
