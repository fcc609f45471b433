package io.sagescale.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sagescale.model.ResourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** A served engine among all sorts of clients, and what it tells of itself. */
@Timeout(60)
class ServedEngineTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ResourceId.Variant LLAMA = new ResourceId.Variant("llama", "AllTraffic");
  private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{[^}]*})? (\\S+)");

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private EngineServer engine;

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      OPTIONS | /                    | asks beforehand
      POST    | /                    | a form that a page may send without asking
      POST    | /_sagescale/reset    | the same at what changes the engine
      GET     | /_sagescale/status   | what a page must not read
      GET     | /metrics             | what a page must not read
      """)
  void aPageOfAnotherOriginGetsNothingAndChangesNothing(String method, String path, String why) throws IOException {
    start(EngineLog.Format.NOTES);
    register();
    String body = "Action=PutMetricData&Version=2010-08-01&Namespace=N&MetricData.member.1.MetricName=M&MetricData.member.1.Value=1";
    String answer = send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
        + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-amz-target\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
        + "\r\nConnection: close\r\n\r\n" + body);
    assertTrue(answer.startsWith("HTTP/1.1 403 "), why + ": " + answer);
    assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("access-control"), answer);
    assertTrue(answer.endsWith("pages of another origin get nothing here\n"), answer);
    assertEquals(1, scaling().describeScalableTargets(r -> r.serviceNamespace("sagemaker")).scalableTargets().size());
    assertEquals(List.of(), watch().listMetrics(r -> r.namespace("N")).metrics());
  }

  @Test
  void slowAndHalfOpenClientsHoldNobodyUp() throws IOException {
    start(EngineLog.Format.NOTES);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 60; i++) {
        Socket socket = socket();
        String part = switch (i % 3) {
          case 0 -> "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf";
          case 1 -> "POST / HT";
          default -> "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"; // and never reads the answer
        };
        socket.getOutputStream().write(part.getBytes(ISO_8859_1));
        slow.add(socket);
      }
      register();
      assertEquals(1, scaling().describeScalableTargets(r -> r.serviceNamespace("sagemaker")).scalableTargets().size());
      try (Socket halfOpen = socket()) {
        halfOpen.getOutputStream().write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
        halfOpen.shutdownOutput();
        byte[] begin = halfOpen.getInputStream().readNBytes(12);
        assertEquals("HTTP/1.1 200", new String(begin, ISO_8859_1));
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void headersWithoutEndAreCutOff() throws IOException {
    start(EngineLog.Format.NOTES);
    String answer = send("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");
    assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(send("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200 "));
  }

  @Test
  void whoWaitsForAModelIsAnsweredWhenTheEngineStops() throws Exception {
    start(EngineLog.Format.NOTES);
    register();
    CompletableFuture<HttpResponse<String>> asked = HttpClient.newHttpClient().sendAsync(
        HttpRequest.newBuilder(engine.uri().resolve("/endpoints/llama/invocations"))
            .POST(HttpRequest.BodyPublishers.ofString("{}")).build(), HttpResponse.BodyHandlers.ofString());
    while (!get("/_sagescale/status", "text/plain").body().contains("inFlight: 1\n")) {
      assertFalse(asked.isDone());
    }
    engine.close();
    HttpResponse<String> answer = asked.get(20, TimeUnit.SECONDS);
    assertEquals(503, answer.statusCode(), answer.body());
    engine = null;
  }

  @Test
  void metricsForPrometheusTellHowTheEngineStands() throws Exception {
    start(EngineLog.Format.NOTES);
    register();
    watch().putMetricAlarm(r -> r.alarmName("queue").namespace("Ours").metricName("Queue").statistic("Maximum")
        .period(60).evaluationPeriods(1).threshold(25.0).comparisonOperator("GreaterThanThreshold"));
    HttpResponse<String> answer = get("/metrics", "application/openmetrics-text; version=1.0.0");
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/openmetrics-text"), answer.toString());
    assertTrue(answer.body().endsWith("# EOF\n"), answer.body());
    Map<String, Double> values = values(answer.body());
    assertEquals(1, values.get("sagescale_scalable_targets"));
    assertEquals(1, values.get("sagescale_target_desired_capacity{resource=\"endpoint/llama/variant/AllTraffic\"}"));
    assertEquals(1, values.get("sagescale_target_current_capacity{resource=\"endpoint/llama/variant/AllTraffic\"}"));
    assertEquals(1, values.get("sagescale_alarms{state=\"INSUFFICIENT_DATA\"}"));
    assertEquals(0, values.get("sagescale_alarms{state=\"ALARM\"}"));
    assertEquals(NOON.getEpochSecond(), values.get("sagescale_engine_time_seconds"));
    assertEquals(1, values.get(
        "sagescale_calls_total{operation=\"application-autoscaling.RegisterScalableTarget\",status=\"200\"}"));
    assertEquals(1, values.get("sagescale_call_duration_seconds_count{operation=\"monitoring.PutMetricAlarm\"}"));
    assertTrue(get("/metrics", "text/plain").body().contains("sagescale_scalable_targets 1.0\n"));
  }

  @Test
  void theLogHasALineForEachCallAndEachTurnOfAnAlarm() throws Exception {
    start(EngineLog.Format.TEXT);
    changes();
    assertEquals("2026-03-02T12:00:00Z capacity resource=endpoint/llama/variant/AllTraffic desired=1 inService=1", lines.getFirst());
    assertTrue(lines.get(2).matches("2026-03-02T12:00:00Z note note=\"nobody created llama/AllTraffic: .*\""), lines.toString());
    assertTrue(lines.get(3).matches(
        "2026-03-02T12:00:00Z call operation=application-autoscaling.RegisterScalableTarget status=200 millis=[0-9.]+"), lines.toString());
    assertTrue(lines.contains("2026-03-02T12:00:00Z alarm alarm=\"a \\\"b\\\"\" from=INSUFFICIENT_DATA to=ALARM"), lines.toString());
  }

  @Test
  void whatIsSaidHasTheEnginesTime() throws Exception {
    start(EngineLog.Format.TEXT);
    EngineControl.at(engine.uri()).advance(Duration.ofSeconds(65));
    register();
    assertTrue(lines.stream().anyMatch(it -> it.startsWith("2026-03-02T12:01:05Z note note=\"nobody created")), lines.toString());
  }

  @Test
  void theLogAsJsonIsAnObjectALine() throws Exception {
    start(EngineLog.Format.JSON);
    changes();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : List.copyOf(lines)) {
      objects.add(new ObjectMapper().readTree(line));
    }
    assertEquals(1, objects.getFirst().get("inService").intValue());
    JsonNode call = objects.get(3);
    assertEquals("2026-03-02T12:00:00Z", call.get("time").textValue());
    assertEquals("call", call.get("event").textValue());
    assertEquals("application-autoscaling.RegisterScalableTarget", call.get("operation").textValue());
    assertEquals(200, call.get("status").intValue());
    JsonNode alarm = objects.stream().filter(it -> it.get("event").textValue().equals("alarm")).findFirst().orElseThrow();
    assertEquals("a \"b\"", alarm.get("alarm").textValue());
    assertEquals("ALARM", alarm.get("to").textValue());
  }

  @Test
  void anIdleEndpointEmitsZerosAsTheClockIsMoved() throws Exception {
    start(EngineLog.Format.NOTES);
    register();
    assertEquals(List.of(), concurrency().values());
    EngineControl.at(engine.uri()).advance(Duration.ofSeconds(65));
    assertEquals(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0), concurrency().values());
  }

  @Test
  void aMetricWithoutTimestampGetsTheEnginesTime() throws Exception {
    start(EngineLog.Format.NOTES);
    EngineControl.at(engine.uri()).advance(Duration.ofHours(30));
    watch().putMetricData(r -> r.namespace("Ours").metricData(d -> d.metricName("Queue").value(7.0)));
    Instant then = NOON.plus(Duration.ofHours(30));
    MetricDataResult found = watch().getMetricData(r -> r.startTime(then.minusSeconds(300)).endTime(then.plusSeconds(300))
        .metricDataQueries(q -> q.id("q").metricStat(s -> s.period(60).stat("Maximum")
            .metric(m -> m.namespace("Ours").metricName("Queue"))))).metricDataResults().getFirst();
    assertEquals(List.of(then), found.timestamps());
    assertEquals(List.of(7.0), found.values());
  }

  private void changes() {
    register();
    watch().putMetricAlarm(r -> r.alarmName("a \"b\"").namespace("N").metricName("M").statistic("Sum").period(60)
        .evaluationPeriods(1).threshold(1.0).comparisonOperator("GreaterThanThreshold"));
    watch().setAlarmState(r -> r.alarmName("a \"b\"").stateValue("ALARM").stateReason("by hand\nin two lines"));
  }

  private MetricDataResult concurrency() {
    return watch().getMetricData(r -> r.startTime(NOON).endTime(NOON.plusSeconds(60)).metricDataQueries(
        q -> q.id("q").metricStat(s -> s.period(10).stat("Maximum").metric(m -> m.namespace("AWS/SageMaker")
            .metricName("ConcurrentRequestsPerModel").dimensions(
                d -> d.name("EndpointName").value("llama"), d -> d.name("VariantName").value("AllTraffic"))))))
        .metricDataResults().getFirst();
  }

  private void start(EngineLog.Format format) throws IOException {
    EngineLog log = new EngineLog(lines::add, format, () -> NOON);
    engine = EngineServer.start(EngineOptions.unkept(null, log::said),
        new Serving(Serving.LOOPBACK, 0, true, 1, null), () -> NOON, log, null);
  }

  private void register() {
    scaling().registerScalableTarget(r -> r.serviceNamespace("sagemaker").resourceId(LLAMA.text())
        .scalableDimension("sagemaker:variant:DesiredInstanceCount").minCapacity(1).maxCapacity(4));
  }

  private ApplicationAutoScalingClient scaling() {
    return client(ApplicationAutoScalingClient.builder());
  }

  private CloudWatchClient watch() {
    return client(CloudWatchClient.builder());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder.httpClient(UrlConnectionHttpClient.create()).endpointOverride(engine.uri()).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))).build();
  }

  /** Samples by name and labels, without comments. */
  private static Map<String, Double> values(String text) {
    Map<String, Double> values = new TreeMap<>();
    for (String line : text.split("\n")) {
      if (!line.startsWith("#")) {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        values.put(sample.group(1) + (sample.group(2) == null ? "" : sample.group(2)), Double.parseDouble(sample.group(3)));
      }
    }
    return values;
  }

  private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(engine.uri() + path)).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Socket socket() throws IOException {
    return new Socket("127.0.0.1", engine.uri().getPort());
  }

  private String send(String request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = socket(); InputStream in = socket.getInputStream()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      in.transferTo(answer);
    } catch (IOException e) {
      // cut off; what came is the answer
    }
    return answer.toString(ISO_8859_1);
  }
}
