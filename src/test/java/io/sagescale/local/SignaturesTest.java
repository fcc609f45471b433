package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** An engine that looks at signatures lets in the SDK's clients with its key, and nobody else. */
class SignaturesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private RealTimeDriver driver;
  private LoopbackServer server;

  @BeforeEach
  void open() throws IOException {
    driver = RealTimeDriver.start(LocalEngine.open(EngineOptions.unkept(null, line -> {}), NOON), EngineClock.manual());
    server = LoopbackServer.open(driver, new Serving(Serving.LOOPBACK, 0, true, 1, new AccessKey("AKIAENGINE", "se/c+r=et:1")),
        "none", () -> {}, new EngineLog(line -> {}, EngineLog.Format.NOTES, () -> NOON), new EngineMetrics());
  }

  @AfterEach
  void close() {
    server.close();
    driver.close();
  }

  @Test
  void theRightKeyIsLetInByEveryProtocol() {
    for (Supplier<?> call : calls("AKIAENGINE", "se/c+r=et:1")) {
      assertDoesNotThrow(call::get);
    }
    AwsServiceException notFound = assertThrows(AwsServiceException.class, () -> invoke("AKIAENGINE", "se/c+r=et:1"));
    assertEquals(400, notFound.statusCode(), "let in, and told that there is no such endpoint");
  }

  @Test
  void theWrongSecretIsRefusedByEveryProtocol() {
    assertRefused("InvalidSignatureException", "SignatureDoesNotMatch", calls("AKIAENGINE", "secret"));
    assertRefused("InvalidSignatureException", () -> invoke("AKIAENGINE", "secret"));
    assertEquals(List.of(), new ArrayList<>(driver.onLoop(it -> it.engine().alarms().names())), "nothing was changed");
  }

  @Test
  void anotherKeyIsRefused() {
    assertRefused("UnrecognizedClientException", "InvalidClientTokenId", calls("AKIAOTHER", "se/c+r=et:1"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      -                                                                    | MissingAuthenticationToken
      Basic YTpi                                                           | IncompleteSignature
      AWS4-HMAC-SHA256 Credential=AKIAENGINE/20260302/us-east-1/monitoring | IncompleteSignature
      AWS4-HMAC-SHA256 Credential=X/20260302/r/s/aws4_request, SignedHeaders=host, Signature=HASH | InvalidClientTokenId
      AWS4-HMAC-SHA256 Credential=AKIAENGINE/20260303/r/s/aws4_request, SignedHeaders=host, Signature=HASH | IncompleteSignature
      AWS4-HMAC-SHA256 Credential=AKIAENGINE/20260302/r/s/aws4_request, SignedHeaders=host, Signature=HASH | SignatureDoesNotMatch
      AWS4-HMAC-SHA256 Credential=AKIAENGINE/20260302/a b/s/aws4_request, SignedHeaders=host, Signature=HASH | IncompleteSignature
      """)
  void queryCallsAreRefusedInItsOwnWords(String authorization, String code) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri()).header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Amz-Date", "20260302T120000Z")
        .POST(HttpRequest.BodyPublishers.ofString("Action=ListMetrics&Version=2010-08-01"));
    if (authorization != null) {
      request.header("Authorization", authorization.replace("HASH", "0".repeat(64)));
    }
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(403, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("<Code>" + code + "</Code>"), answer.body());
  }

  /** The two calls in the middle are CloudWatch's, whose client of this version speaks Query. */
  private static void assertRefused(String json, String query, List<Supplier<?>> calls) {
    assertRefused(json, calls.get(0));
    assertRefused(query, calls.get(1));
    assertRefused(query, calls.get(2));
    assertRefused(json, calls.get(3));
  }

  private static void assertRefused(String code, Supplier<?> call) {
    AwsServiceException refused = assertThrows(AwsServiceException.class, call::get);
    assertEquals(403, refused.statusCode());
    assertEquals(code, refused.awsErrorDetails().errorCode());
  }

  private List<Supplier<?>> calls(String id, String secret) {
    ApplicationAutoScalingClient scaling = client(ApplicationAutoScalingClient.builder(), id, secret);
    CloudWatchClient watch = client(CloudWatchClient.builder(), id, secret);
    SageMakerClient maker = client(SageMakerClient.builder(), id, secret);
    return List.of(
        () -> scaling.describeScalableTargets(r -> r.serviceNamespace("sagemaker")),
        () -> watch.putMetricAlarm(r -> r.alarmName("a b+c").namespace("N").metricName("M").statistic("Sum").period(60)
            .evaluationPeriods(1).threshold(1.0).comparisonOperator("GreaterThanThreshold")),
        () -> watch.putMetricData(r -> r.namespace("N").metricData(d -> d.metricName("M").value(1.0))),
        maker::listEndpoints);
  }

  private Object invoke(String id, String secret) {
    return client(SageMakerRuntimeClient.builder(), id, secret)
        .invokeEndpoint(r -> r.endpointName("a-b").body(SdkBytes.fromUtf8String("{}")));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String id, String secret) {
    return builder.httpClient(UrlConnectionHttpClient.create()).endpointOverride(URI.create(server.uri().toString()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret))).build();
  }
}
