package io.sagescale.api;

import static io.sagescale.api.Monitoring.ALARM_ARN;
import static io.sagescale.api.Monitoring.START;
import static io.sagescale.api.Monitoring.datum;
import static io.sagescale.api.Monitoring.deep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;

/** What CloudWatch refuses, with its codes and texts, and ours beside them; asked where the alarm {@code deep} exists. */
class CloudWatchRefusalsTest {
  private static final String VALIDATION = "ValidationError";
  private static final String VALUE = "InvalidParameterValueException";
  private static final String COMBINATION = "InvalidParameterCombinationException";
  private static final String MISSING = "MissingRequiredParameterException";
  private static final String TOPIC_ELSEWHERE = "arn:aws:sns:eu-west-1:123456789012:pager";

  static Stream<Arguments> alarms() {
    return Stream.of(
        invalid(deep(q -> q.alarmName(null)), failed("null", "alarmName", "Member must not be null")),
        invalid(deep(q -> q.alarmName("a".repeat(256))), failed("a".repeat(256), "alarmName",
            "Member must have length less than or equal to 255")),
        invalid(deep(q -> q.alarmDescription("a".repeat(1025))), failed("a".repeat(1025), "alarmDescription",
            "Member must have length less than or equal to 1024")),
        invalid(deep(q -> q.period(15)), "Period must be 10, 20, 30 or a multiple of 60"),
        invalid(deep(q -> q.period(1)), "Period must be 10, 20, 30 or a multiple of 60"),
        invalid(deep(q -> q.evaluationPeriods(8_641)), "EvaluationPeriods * Period must be <= 86400"),
        invalid(deep(q -> q.period(3_600).evaluationPeriods(169)), "EvaluationPeriods * Period must be <= 604800"),
        invalid(deep(q -> q.datapointsToAlarm(2)), "DatapointsToAlarm must be less than or equal to EvaluationPeriods"),
        invalid(deep(q -> q.threshold(null)), "PutMetricAlarm request should have valid Threshold parameter"),
        row(deep(q -> q.threshold(Double.NaN)), VALUE, "The value NaN for parameter Threshold is invalid."),
        invalid(deep(q -> q.namespace("Sh\u00f6p")), "Namespace must not contain Non-ASCII characters."),
        invalid(deep(q -> q.statistic((String) null).extendedStatistic("p101")),
            "The value p101 for parameter ExtendedStatistic is not supported."),
        row(deep(q -> q.extendedStatistic("p99")), COMBINATION,
            "The parameters Statistic and ExtendedStatistic are mutually exclusive and you have specified both."),
        invalid(deep(q -> q.evaluateLowSampleCountPercentile("ignore")),
            "Option evaluateLowSampleCountPercentile can not be applied with statistic Maximum."),
        invalid(deep(q -> q.statistic((String) null).extendedStatistic("p9").evaluateLowSampleCountPercentile("ignore")),
            "EvaluateLowSampleCountPercentile ignore is not supported by this engine."),
        invalid(deep(q -> q.treatMissingData("zero")), "Option zero is not supported for treatMissingData."),
        invalid(deep(q -> q.alarmActions("arn:aws:ec9:us-east-1:1:x")), "Unsupported AWS vendor ec9"),
        invalid(deep(q -> q.alarmActions(TOPIC_ELSEWHERE)),
            "Invalid region eu-west-1 specified. Only us-east-1 is supported."),
        invalid(deep(q -> q.okActions("pager")), "Invalid arn syntax: pager"),
        invalid(deep(q -> q.alarmActions(Collections.nCopies(6, Monitoring.TOPIC))),
            failed(Collections.nCopies(6, Monitoring.TOPIC).toString(), "alarmActions",
                "Member must have length less than or equal to 5")),
        invalid(deep(q -> q.comparisonOperator("GreaterThanUpperThreshold").threshold(null).thresholdMetricId("b")
            .alarmActions("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:x")),
            "autoscaling actions not supported when ThresholdMetricId is set"),
        invalid(deep(q -> q.comparisonOperator("GreaterThanUpperThreshold").threshold(null).thresholdMetricId("b")),
            "Alarms on anomaly detection bands are not supported by this engine."),
        invalid(math(lines(11)), "Too many metrics in alarm, maximum is 10"),
        invalid(math(lines(2)), "Exactly one element of the metrics list should return data."),
        invalid(math(expression("a", "SEARCH('x', 'Sum')")), "SEARCH is not supported on Metric Alarms."),
        row(deep(q -> q.tags(Tag.builder().key("aws:x").value("").build())), VALUE,
            "The tag key aws:x begins with aws:, which is reserved."),
        invalid(deep(q -> q.alarmName("n").namespace("AWS/SageMaker").metricName("ModelLatency").unit("Count")),
            "Metric ModelLatency has data points of unit Microseconds, and this engine keeps the data points of a metric "
                + "together: unit Count cannot be selected. Leave out Unit."),
        invalid(state(q -> q.stateValue("INVALID")), failed("INVALID", "stateValue",
            "Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]")),
        row(state(q -> q.alarmName("nobody")), "ResourceNotFound", "There is no alarm named nobody."),
        row(state(q -> q.stateReasonData("{")), "InvalidFormatFault", "StateReasonData is not valid JSON."),
        invalid(state(q -> q.stateReason("a".repeat(1024))), failed("a".repeat(1024), "stateReason",
            "Member must have length less than or equal to 1023")),
        invalid(state(q -> q.stateReasonData("a".repeat(4001))), failed("a".repeat(4001), "stateReasonData",
            "Member must have length less than or equal to 4000")),
        invalid(DescribeAlarmsRequest.builder().maxRecords(101).build(), failed("101", "maxRecords",
            "Member must have value less than or equal to 100")),
        row(DescribeAlarmsRequest.builder().alarmNames("a").alarmNamePrefix("a").build(), COMBINATION,
            "The parameters AlarmNames and AlarmNamePrefix are mutually exclusive and you have specified both."),
        invalid(DescribeAlarmHistoryRequest.builder().maxRecords(0).build(), failed("0", "maxRecords",
            "Member must have value greater than or equal to 1")),
        row(DescribeAlarmHistoryRequest.builder().nextToken("x").build(), "InvalidNextToken",
            "The next token is not valid."),
        row(ListTagsForResourceRequest.builder().resourceARN(ALARM_ARN + "nobody").build(), "ResourceNotFoundException",
            "There is no resource " + ALARM_ARN + "nobody."),
        row(TagResourceRequest.builder().resourceARN(ALARM_ARN + "deep")
                .tags(Tag.builder().key("AWS:x").value("").build()).build(), VALUE,
            "The tag key AWS:x begins with aws:, which is reserved."),
        row(TagResourceRequest.builder().resourceARN(ALARM_ARN + "deep").tags(IntStream.range(0, 51)
                .mapToObj(i -> Tag.builder().key("k" + i).value("").build()).toList()).build(), VALUE,
            "A resource can have at most 50 tags."));
  }

  static Stream<Arguments> metrics() {
    return Stream.of(
        row(put(d -> d.value(1.0).values(2.0)), COMBINATION, "The parameters MetricData.member.1.Value and "
            + "MetricData.member.1.Values are mutually exclusive and you have specified both."),
        row(put(d -> d.value(1.0).statisticValues(s -> s.sampleCount(1.0).sum(1.0).minimum(1.0).maximum(1.0))), COMBINATION,
            "The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you "
                + "have specified both."),
        row(put(d -> d.values(1.0, 2.0).counts(1.0)), VALUE,
            "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size."),
        row(put(d -> { }), MISSING, "At least one of the parameters MetricData.member.1.Value, "
            + "MetricData.member.1.Values or MetricData.member.1.StatisticValues must be specified."),
        row(put(d -> d.value(Double.NaN)), VALUE, "The value NaN for parameter MetricData.member.1.Value is invalid."),
        row(put(d -> d.value(Double.POSITIVE_INFINITY)), VALUE,
            "The value Infinity for parameter MetricData.member.1.Value is invalid."),
        row(put(d -> d.value(-Math.scalb(1.1, 360))), VALUE,
            "The value " + -Math.scalb(1.1, 360) + " for parameter MetricData.member.1.Value is invalid."),
        row(put(d -> d.values(Collections.nCopies(151, 1.0))), VALUE,
            "The collection MetricData.member.1.Values must not have a size greater than 150."),
        row(put(d -> d.value(1.0).timestamp(START.minus(Duration.ofDays(14)).minusSeconds(1))), VALUE,
            "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks."),
        row(put(d -> d.value(1.0).timestamp(START.plus(Duration.ofHours(2)).plusSeconds(1))), VALUE,
            "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future."),
        row(put(d -> d.value(1.0).storageResolution(30)), VALUE,
            "The value 30 for parameter MetricData.member.1.StorageResolution is invalid."),
        row(PutMetricDataRequest.builder().namespace("Shop").metricData(Collections.nCopies(1_001,
            MetricDatum.builder().metricName("Depth").value(1.0).build())).build(), VALUE,
            "The collection MetricData must not have a size greater than 1000."),
        row(PutMetricDataRequest.builder().namespace("Shop").build(), MISSING, "The parameter MetricData is required."),
        invalid(PutMetricDataRequest.builder().namespace(":Shop").metricData(d -> d.metricName("m").value(1.0)).build(),
            failed(":Shop", "namespace", "Member must satisfy regular expression pattern: [^:].*")),
        invalid(put(d -> d.value(1.0).unit("Apples")), failed("Apples", "metricData.1.member.unit",
            "Member must satisfy enum value set: [" + String.join(", ", CloudWatchShapes.UNITS) + "]")),

        row(statistics(q -> q.endTime(START.minus(Duration.ofDays(1)))), VALUE,
            "The parameter StartTime must be less than the parameter EndTime."),
        row(statistics(q -> q.startTime(START.minus(Duration.ofDays(1))).period(1)), COMBINATION,
            "You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may reduce the datapoints "
                + "requested by increasing Period, or decreasing the time range."),
        row(statistics(q -> q.statisticsWithStrings((java.util.Collection<String>) null)), MISSING,
            "At least one of the parameters Statistics and ExtendedStatistics must be specified."),
        row(statistics(q -> q.period(7)), VALUE, "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60."),

        invalid(data(q -> q.endTime(START.minus(Duration.ofDays(1)))),
            "The parameter StartTime must be less than the parameter EndTime."),
        invalid(data(q -> q.metricDataQueries(Collections.nCopies(501, lines(1).getFirst()))),
            "The collection MetricDataQueries must not have a size greater than 500."),
        invalid(data(q -> q.metricDataQueries(lines(1).getFirst(), lines(1).getFirst())),
            "The values for parameter id in MetricDataQueries are not unique."),
        invalid(data(q -> q.metricDataQueries(expression("A", "1"))), "The value A for parameter "
            + "MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."),
        row(data(q -> q.nextToken("x")), "InvalidNextToken", "The next token is not valid."),
        row(ListMetricsRequest.builder().nextToken("x").build(), VALUE, "The next token is not valid."),
        invalid(ListMetricsRequest.builder().recentlyActive("PT4H").build(), failed("PT4H", "recentlyActive",
            "Member must satisfy enum value set: [PT3H]")));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource({"alarms", "metrics"})
  void refuses(Object question, String code, String message) {
    Monitoring cloudWatch = new Monitoring();
    cloudWatch.ask(deep(q -> { }));
    Refusal refusal = assertThrows(Refusal.class, () -> cloudWatch.ask(question));
    assertEquals(code + ": " + message, refusal.code() + ": " + refusal.getMessage());
    assertEquals(List.of("deep"), cloudWatch.desk.engine().alarms().names());
    assertEquals(List.of("Alarm \"deep\" created"), cloudWatch.story("deep"));
    assertEquals(List.of(), cloudWatch.desk.engine().metrics().ids());
  }

  private static Arguments invalid(Object question, String message) {
    return row(question, VALIDATION, message);
  }

  private static Arguments row(Object question, String code, String message) {
    return Arguments.of(question, code, message);
  }

  private static String failed(String value, String member, String rule) {
    String shown = value.equals("null") ? value : "'" + value + "'";
    return "1 validation error detected: Value " + shown + " at '" + member + "' failed to satisfy constraint: " + rule;
  }

  private static Object math(List<MetricDataQuery> lines) {
    return deep(q -> q.namespace(null).metricName(null).statistic((String) null).period(null).metrics(lines));
  }

  private static Object math(MetricDataQuery line) {
    return math(List.of(line));
  }

  private static List<MetricDataQuery> lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> MetricDataQuery.builder().id("m" + i).metricStat(s -> s.stat("Sum")
        .period(10).metric(m -> m.namespace("Shop").metricName("Depth"))).build()).toList();
  }

  private static MetricDataQuery expression(String id, String text) {
    return MetricDataQuery.builder().id(id).expression(text).build();
  }

  private static SetAlarmStateRequest state(Consumer<SetAlarmStateRequest.Builder> more) {
    return SetAlarmStateRequest.builder().alarmName("deep").stateValue("ALARM").stateReason("r").applyMutation(more).build();
  }

  private static PutMetricDataRequest put(Consumer<MetricDatum.Builder> more) {
    return datum(more);
  }

  private static GetMetricStatisticsRequest statistics(Consumer<GetMetricStatisticsRequest.Builder> more) {
    return GetMetricStatisticsRequest.builder().namespace("Shop").metricName("Depth").startTime(START.minusSeconds(60))
        .endTime(START).period(60).statisticsWithStrings("Sum").applyMutation(more).build();
  }

  private static GetMetricDataRequest data(Consumer<GetMetricDataRequest.Builder> more) {
    return GetMetricDataRequest.builder().startTime(START.minusSeconds(60)).endTime(START)
        .metricDataQueries(lines(1)).applyMutation(more).build();
  }
}
