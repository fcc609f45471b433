package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.applicationautoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * Customized metrics of target tracking policies: each kind either becomes alarms that scale, or is refused. The variant stands
 * at 1 of at most 4, {@code Own} is put at 10 three minutes long, {@code Half} at 5, with the dimension {@code Till=1} at 20;
 * the target is 5.
 */
class CustomizedMetricsTest {
  private static final String NOT_VALID = "The customized metric specification is not valid.";

  /** What the alarm becomes and how many instances are wanted then. */
  static Stream<Arguments> evaluated() {
    return Stream.of(
        Arguments.of("average", single(m -> m.statistic("Average")), "ALARM", 2),
        Arguments.of("maximum", single(m -> m.statistic("Maximum")), "ALARM", 2),
        Arguments.of("minimum", single(m -> m.statistic("Minimum")), "ALARM", 2),
        Arguments.of("sum of two samples a minute", single(m -> m.statistic("Sum")), "ALARM", 4),
        Arguments.of("sample count: 2 is under the target", single(m -> m.statistic("SampleCount")), "OK", 1),
        Arguments.of("unit None is no unit", single(m -> m.statistic("Average").unit("None")), "ALARM", 2),
        Arguments.of("with a dimension", single(m -> m.statistic("Average").dimensions(d -> d.name("Till").value("1"))),
            "ALARM", 4),
        Arguments.of("a metric without data", single(m -> m.metricName("Silent").statistic("Average")),
            "INSUFFICIENT_DATA", 1),
        Arguments.of("math of one line", math(stat("m", "Own", true)), "ALARM", 2),
        Arguments.of("a percentile", math(stat("m", "Own", true, "p90")), "ALARM", 2),
        Arguments.of("arithmetic", math(stat("m", "Own", false), expression("e", "m / 4")), "OK", 1),
        Arguments.of("two metrics", math(stat("m", "Own", false), stat("h", "Half", false), expression("e", "m + h")),
            "ALARM", 3),
        Arguments.of("lines over lines", math(stat("m", "Own", false), hidden("t", "m * 2"), expression("e", "t - m")),
            "ALARM", 2),
        Arguments.of("a function that fills gaps", math(stat("s", "Silent", false), stat("m", "Own", false),
            expression("e", "m + FILL(s, 0)")), "ALARM", 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("evaluated")
  void becomesAlarmsAndCapacity(String what, CustomizedMetricSpecification metric, String state, int desired) {
    Monitoring cloudWatch = registered();
    cloudWatch.ask(policy(metric));
    var alarms = cloudWatch.alarms(q -> q.alarmNamePrefix("TargetTracking-"));
    assertEquals(List.of(3, 15), alarms.stream().map(alarm -> alarm.evaluationPeriods()).toList());
    for (int minute = 0; minute < 3; minute++) {
      for (int twice = 0; twice < 2; twice++) {
        cloudWatch.ask(datum("Own", 10, null));
        cloudWatch.ask(datum("Own", 20, "1"));
        cloudWatch.ask(datum("Half", 5, null));
      }
      cloudWatch.seconds(60);
    }
    cloudWatch.seconds(60);
    assertEquals(state, cloudWatch.alarm(alarms.getFirst().alarmName()).stateValueAsString());
    assertEquals(desired, cloudWatch.desk.engine().fleet().capacity(Scaling.VARIANT).desired());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("nothing", CustomizedMetricSpecification.builder().build(), ""),
        Arguments.of("no statistic", single(m -> { }), ""),
        Arguments.of("no namespace", single(m -> m.namespace(null).statistic("Sum")), ""),
        Arguments.of("no name", single(m -> m.metricName(null).statistic("Sum")), ""),
        Arguments.of("a unit", single(m -> m.statistic("Sum").unit("Count")),
            " This engine keeps no units: leave out unit Count."),
        Arguments.of("a metric beside math", math(stat("m", "Own", true)).toBuilder().metricName("Own").build(), ""),
        Arguments.of("an empty list", CustomizedMetricSpecification.builder().metrics(List.of()).build(), ""),
        Arguments.of("a line that is nothing", math(TargetTrackingMetricDataQuery.builder().id("m").build()), ""),
        Arguments.of("a line that is both", math(stat("m", "Own", true).toBuilder().expression("1").build()), ""),
        Arguments.of("an unknown statistic", math(stat("m", "Own", true, "Mode")), ""),
        Arguments.of("a unit in math", math(stat("m", "Own", true).toBuilder().metricStat(s -> s.stat("Sum").unit("Count")
            .metric(x -> x.namespace("Shop").metricName("Own"))).build()),
            " This engine keeps no units: leave out unit Count."),
        Arguments.of("two results", math(stat("m", "Own", true), stat("h", "Half", true)), " "),
        Arguments.of("no result", math(stat("m", "Own", false)), " "),
        Arguments.of("an id twice", math(stat("m", "Own", false), expression("m", "1")), " "),
        Arguments.of("a name that no line has", math(expression("e", "m * 2")), " "),
        Arguments.of("a search", math(expression("e", "SEARCH('{Shop}', 'Sum')")), " "),
        Arguments.of("no expression", math(expression("e", "1 +")), " "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedAndNotStored(String what, CustomizedMetricSpecification metric, String more) {
    Monitoring cloudWatch = registered();
    Refusal refusal = assertThrows(Refusal.class, () -> cloudWatch.ask(policy(metric)));
    assertEquals("ValidationException", refusal.code());
    assertTrue(more.equals(" ") ? refusal.getMessage().startsWith(NOT_VALID + " ") : refusal.getMessage().equals(NOT_VALID + more),
        refusal.getMessage());
    assertEquals(List.of(), cloudWatch.desk.engine().scaling().policies(Scaling.VARIANT));
    assertEquals(List.of(), cloudWatch.desk.engine().alarms().names());
  }

  private static Monitoring registered() {
    Monitoring cloudWatch = new Monitoring();
    cloudWatch.ask(Scaling.register(q -> { }));
    return cloudWatch;
  }

  private static PutScalingPolicyRequest policy(CustomizedMetricSpecification metric) {
    return Scaling.policy(q -> q.policyType("TargetTrackingScaling")
        .targetTrackingScalingPolicyConfiguration(c -> c.targetValue(5.0).customizedMetricSpecification(metric)));
  }

  private static CustomizedMetricSpecification single(Consumer<CustomizedMetricSpecification.Builder> more) {
    return CustomizedMetricSpecification.builder().namespace("Shop").metricName("Own").applyMutation(more).build();
  }

  private static CustomizedMetricSpecification math(TargetTrackingMetricDataQuery... lines) {
    return CustomizedMetricSpecification.builder().metrics(lines).build();
  }

  private static TargetTrackingMetricDataQuery stat(String id, String metric, boolean returnsData) {
    return stat(id, metric, returnsData, "Average");
  }

  private static TargetTrackingMetricDataQuery stat(String id, String metric, boolean returnsData, String statistic) {
    return TargetTrackingMetricDataQuery.builder().id(id).returnData(returnsData)
        .metricStat(s -> s.stat(statistic).metric(m -> m.namespace("Shop").metricName(metric))).build();
  }

  private static TargetTrackingMetricDataQuery expression(String id, String expression) {
    return TargetTrackingMetricDataQuery.builder().id(id).expression(expression).build();
  }

  private static TargetTrackingMetricDataQuery hidden(String id, String expression) {
    return expression(id, expression).toBuilder().returnData(false).build();
  }

  private static PutMetricDataRequest datum(String metric, double value, @Nullable String till) {
    return PutMetricDataRequest.builder().namespace("Shop").metricData(d -> {
      d.metricName(metric).value(value);
      if (till != null) {
        d.dimensions(x -> x.name("Till").value(till));
      }
    }).build();
  }
}
