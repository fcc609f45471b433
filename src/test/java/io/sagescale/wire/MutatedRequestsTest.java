package io.sagescale.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricStreamRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceRecommendationsJobRequest;

/** Spoilt requests are read, or refused with 4xx; what was read can be written again in every protocol. */
class MutatedRequestsTest {
  private static final int ROUNDS = 25_000;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123Z");

  enum Speech {
    AWS_JSON_1_1,
    AWS_JSON_1_0,
    QUERY,
    CBOR
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void areReadOrRefused(Speech speech) {
    var random = new SplittableRandom(20261124L + speech.ordinal());
    var outcomes = new TreeMap<String, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      SdkPojo original = originals(speech).get(round % originals(speech).size());
      HttpQuestion question = spoilt(sound(speech, original), speech, random);
      try {
        outcomes.merge(outcome(question, original), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(speech + " round " + round + ": " + Arrays.toString(question.body()), e);
      }
    }
    assertTrue(outcomes.getOrDefault("read", 0) > ROUNDS / 50, outcomes.toString());
    assertTrue(outcomes.getOrDefault("400", 0) > ROUNDS / 10, outcomes.toString());
    assertEquals(List.of("400", "404", "read"), List.copyOf(outcomes.keySet()), outcomes.toString());
  }

  private static String outcome(HttpQuestion question, SdkPojo original) {
    try {
      Call call = Codec.read(question);
      Object decoded = Codec.decode(call, original.getClass());
      for (Protocol protocol : List.of(new AwsJson("1.1"), new AwsQuery(), new RpcV2Cbor())) {
        assertEquals(200, protocol.answer(call, (SdkPojo) decoded).status());
      }
      assertTrue(Codec.json(decoded).startsWith("{"));
      return "read";
    } catch (WireException e) {
      assertTrue(e.answer().body().length < 4000, "a long answer");
      return Integer.toString(e.answer().status());
    }
  }

  private static HttpQuestion sound(Speech speech, SdkPojo request) {
    String operation = request.getClass().getSimpleName().replaceAll("Request$", "");
    String service = request.getClass().getPackageName().contains("cloudwatch") ? "GraniteServiceVersion20100801" : "SageMaker";
    var call = new Call(Service.SAGEMAKER, operation, new RpcV2Cbor(), new Call.Body(new byte[0], new FormItem()), EMPTY);
    return switch (speech) {
      case AWS_JSON_1_1, AWS_JSON_1_0 -> {
        String version = speech == Speech.AWS_JSON_1_1 ? "1.1" : "1.0";
        var headers = Map.of("Content-Type", "application/x-amz-json-" + version, "X-Amz-Target", service + "." + operation);
        yield question("/", headers, new AwsJson(version).answer(call, request).body());
      }
      case QUERY -> {
        String form = "Action=" + operation + "&Version=2010-08-01" + FORMS.get(operation);
        yield question(
            "/", Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), form.getBytes(StandardCharsets.UTF_8));
      }
      case CBOR -> {
        var headers = Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor");
        String uri = "/service/" + service + "/operation/" + operation;
        yield question(uri, headers, new RpcV2Cbor().answer(call, request).body());
      }
    };
  }

  private static HttpQuestion spoilt(HttpQuestion sound, Speech speech, SplittableRandom random) {
    byte[] body = sound.body();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      body = SpoiltBytes.once(body, speech == Speech.CBOR, random);
    }
    var headers = new TreeMap<>(sound.headers());
    String uri = sound.uri();
    switch (random.nextInt(20)) {
      case 0 -> headers.put("Content-Encoding", List.of("gzip"));
      case 1 -> {
        headers.put("Content-Encoding", List.of("gzip"));
        body = SpoiltBytes.gzipped(body);
      }
      case 2 -> {
        headers.put("Content-Encoding", List.of("gzip"));
        body = SpoiltBytes.once(SpoiltBytes.gzipped(body), speech == Speech.CBOR, random);
      }
      case 3 -> headers.put("Content-Encoding", List.of("br"));
      case 4 -> headers.put("Content-Type", List.of("text/plain"));
      case 5 -> headers.put("X-Amz-Target", List.of("SageMaker.\u00e4\r\n"));
      case 6 -> uri = uri + "?Action=%zz&";
      case 7 -> uri = "/nowhere" + uri;
      default -> {}
    }
    return new HttpQuestion("POST", uri, headers, body);
  }

  private static HttpQuestion question(String uri, Map<String, String> headers, byte[] body) {
    var lists = new TreeMap<String, List<String>>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new HttpQuestion("POST", uri, lists, body);
  }

  private static final HttpQuestion EMPTY = new HttpQuestion("POST", "/", Map.of(), new byte[0]);

  private static final Map<String, String> FORMS =
      Map.of(
          "PutMetricAlarm",
          "&AlarmName=a+b%C3%A4&Dimensions.member.1.Name=EndpointName&Dimensions.member.1.Value=e&Threshold=1.0E-3&Period=10"
              + "&ActionsEnabled=false&AlarmActions.member.1=arn%3Aaws&Metrics.member.1.Id=m1&Metrics.member.1.MetricStat.Stat=p99",
          "PutMetricData",
          "&Namespace=n&MetricData.member.1.MetricName=m&MetricData.member.1.Timestamp=2026-03-04T12%3A00%3A00.123Z"
              + "&MetricData.member.1.Values.member.1=0.5&MetricData.member.1.Counts.member.1=2&MetricData.member.2.Value=3",
          "PutMetricStream",
          "&Name=s&IncludeFilters.member.1.MetricNames.member.1=m&Tags.member.1.Key=k&Tags.member.1.Value=");

  private static final List<SdkPojo> CLOUDWATCH =
      List.of(
          PutMetricAlarmRequest.builder()
              .alarmName("a b\u00e4")
              .dimensions(Dimension.builder().name("EndpointName").value("e").build())
              .threshold(1e-3)
              .period(10)
              .actionsEnabled(false)
              .alarmActions(List.of())
              .build(),
          PutMetricDataRequest.builder()
              .namespace("n")
              .metricData(MetricDatum.builder().metricName("m").timestamp(NOON).values(0.5, 1e300).counts(2.0, 3.0).build())
              .build(),
          PutMetricStreamRequest.builder().name("s").includeFilters(f -> f.namespace("n").metricNames("m", "k")).build());

  private static final List<SdkPojo> OTHERS =
      List.of(
          RegisterScalableTargetRequest.builder()
              .resourceId("endpoint/e/variant/v")
              .minCapacity(0)
              .maxCapacity(10)
              .suspendedState(state -> state.dynamicScalingInSuspended(true))
              .tags(Map.of("team", "\"ml\"\n"))
              .build(),
          PutScalingPolicyRequest.builder()
              .policyName("p")
              .stepScalingPolicyConfiguration(
                  c -> c.cooldown(60).stepAdjustments(StepAdjustment.builder().metricIntervalLowerBound(0.1).build()))
              .build(),
          CreateModelRequest.builder().modelName("m").primaryContainer(c -> c.environment(Map.of("A", "1", "B", ""))).build(),
          CreateInferenceRecommendationsJobRequest.builder().jobName("j").jobDescription("\ud83d\ude80").build());

  private static List<SdkPojo> originals(Speech speech) {
    return switch (speech) {
      case AWS_JSON_1_1 -> OTHERS;
      case AWS_JSON_1_0, QUERY, CBOR -> CLOUDWATCH;
    };
  }
}
