package io.sagescale.connect;

import java.io.ByteArrayInputStream;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/**
 * A call that goes nowhere, made on another processor while a person's words are read: it takes the SDK through what it does
 * once in a process (tables of regions, signing, JSON), which is most of the time of a short command.
 */
public final class Rehearsal implements SdkHttpClient {
  private Rehearsal() {}

  /** Makes the call. From any thread; nothing depends on it. */
  public static void play() {
    try (ApplicationAutoScalingClient client = ApplicationAutoScalingClient.builder()
        .region(Region.of(Connection.DEFAULT_REGION))
        .endpointOverride(URI.create("http://localhost"))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(new Rehearsal())
        .build()) {
      client.describeScalableTargets(it -> it.serviceNamespace(ServiceNamespace.SAGEMAKER));
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Nothing();
  }

  @Override
  public void close() {
    // holds nothing
  }

  /** An answer that has everything but content. */
  private static final class Nothing implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() {
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[] {'{', '}'})))
          .build();
    }

    @Override
    public void abort() {
      // nothing goes on
    }
  }
}
