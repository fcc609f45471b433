package io.sagescale.api;

import static io.sagescale.api.Monitoring.START;
import static io.sagescale.api.Monitoring.datum;
import static io.sagescale.api.Monitoring.deep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/** What CloudWatch's operations on metrics keep and show. */
class CloudWatchMetricsTest {
  private final Monitoring cloudWatch = new Monitoring();

  // what is put

  @Test
  void addsUpValuesWithCountsAndStatisticSets() {
    cloudWatch.ask(datum(d -> d.values(1.0, 5.0).counts(3.0, 1.0)));
    cloudWatch.ask(datum(d -> d.statisticValues(s -> s.sampleCount(2.0).sum(12.0).minimum(4.0).maximum(8.0))));
    cloudWatch.ask(datum(d -> d.value(0.5)));
    assertEquals(
        List.of(Datapoint.builder().timestamp(START).sampleCount(7.0).sum(20.5).average(20.5 / 7).minimum(0.5).maximum(8.0)
            .unit("None").build()),
        statistics(q -> q.statisticsWithStrings("SampleCount", "Sum", "Average", "Minimum", "Maximum")));
  }

  @Test
  void keepsTenSecondsApartInHighResolutionAlone() {
    Instant later = START.plusSeconds(25);
    cloudWatch.seconds(60);
    cloudWatch.ask(datum(d -> d.value(1.0).timestamp(later)));
    cloudWatch.ask(datum(d -> d.value(2.0).timestamp(later).storageResolution(1)));
    assertEquals(List.of(START, START.plusSeconds(20)),
        statistics(q -> q.period(10).statisticsWithStrings("Sum")).stream().map(Datapoint::timestamp).toList());
  }

  @Test
  void takesTheNewestAndOldestTimesAndTheGreatestValues() {
    cloudWatch.ask(datum(d -> d.value(1.0).timestamp(START.plus(Duration.ofHours(2)))));
    cloudWatch.ask(datum(d -> d.value(1.0).timestamp(START.minus(Duration.ofDays(14)))));
    cloudWatch.ask(datum(d -> d.value(-Math.scalb(1.0, 360)).timestamp(START)));
    assertEquals(1, list(q -> { }).size());
  }

  @Test
  void takesNothingOfARequestWithOneWrongDatum() {
    assertThrows(Refusal.class, () -> cloudWatch.ask(PutMetricDataRequest.builder().namespace("Shop")
        .metricData(d -> d.metricName("Depth").value(1.0), d -> d.metricName("Depth").value(Double.NaN)).build()));
    assertEquals(List.of(), list(q -> { }));
  }

  @Test
  void feedsMetricsOfAwsByHand() {
    cloudWatch.ask(PutMetricDataRequest.builder().namespace("AWS/SageMaker").metricData(
        d -> d.metricName("ConcurrentRequestsPerModel").value(7.0)).build());
    assertEquals(List.of("ConcurrentRequestsPerModel"), list(q -> q.namespace("AWS/SageMaker")));
  }

  // units

  @Test
  void showsThePointsOfAUnit() {
    cloudWatch.ask(datum(d -> d.value(1.0).unit("Count")));
    assertEquals(1, statistics(q -> q.statisticsWithStrings("Sum").unit("Count")).size());
    assertEquals(List.of(), statistics(q -> q.statisticsWithStrings("Sum").unit("Percent")));
    assertEquals("Count", statistics(q -> q.statisticsWithStrings("Sum")).getFirst().unitAsString());
  }

  @Test
  void anAlarmOnAUnitAndPointsOfAnotherDoNotMeet() {
    cloudWatch.ask(deep(q -> q.unit("Count")));
    Refusal points = assertThrows(Refusal.class, () -> cloudWatch.ask(datum(d -> d.value(9.0).unit("Percent"))));
    assertEquals("Alarm deep selects another unit of metric Depth than Percent, and this engine keeps the data points of a "
        + "metric together: put them in the alarm's unit.", points.getMessage());
    cloudWatch.ask(datum(d -> d.value(9.0).unit("Count")));
    Refusal alarm = assertThrows(Refusal.class, () -> cloudWatch.ask(deep(q -> q.unit("Percent"))));
    assertEquals("Metric Depth has data points of unit Count, and this engine keeps the data points of a metric together: "
        + "unit Percent cannot be selected. Leave out Unit.", alarm.getMessage());
    cloudWatch.ask(DeleteAlarmsRequest.builder().alarmNames("deep").build());
    cloudWatch.ask(datum(d -> d.value(9.0).unit("Percent")));
  }

  // what is shown

  @Test
  void listsMetricsByNameDimensionAndActivity() {
    cloudWatch.ask(datum(d -> d.value(1.0)));
    cloudWatch.ask(datum(d -> d.value(1.0).dimensions(x -> x.name("Till").value("1"))));
    cloudWatch.desk.advance(Duration.ofHours(4));
    cloudWatch.ask(PutMetricDataRequest.builder().namespace("Shop").metricData(d -> d.metricName("Width").value(1.0)).build());
    assertEquals(List.of("Depth", "Depth", "Width"), list(q -> q.namespace("Shop")));
    assertEquals(List.of("Width"), list(q -> q.recentlyActive("PT3H")));
    assertEquals(List.of("Depth"), list(q -> q.dimensions(d -> d.name("Till"))));
    assertEquals(List.of(), list(q -> q.dimensions(d -> d.name("Till").value("2"))));
    assertEquals(List.of(), list(q -> q.owningAccount("999999999999")));
    cloudWatch.desk.advance(Duration.ofDays(14));
    assertEquals(List.of(), list(q -> q.metricName("Depth")));
  }

  @Test
  void turnsPagesOfFiveHundredMetrics() {
    for (int i = 0; i < 501; i++) {
      String till = String.valueOf(i);
      cloudWatch.ask(datum(d -> d.value(1.0).dimensions(x -> x.name("Till").value(till))));
    }
    ListMetricsResponse first = cloudWatch.ask(ListMetricsRequest.builder().build(), ListMetricsResponse.class);
    assertEquals(500, first.metrics().size());
    ListMetricsResponse second = cloudWatch.ask(
        ListMetricsRequest.builder().nextToken(first.nextToken()).build(), ListMetricsResponse.class);
    assertEquals(1, second.metrics().size());
    assertNull(second.nextToken());
  }

  @Test
  void showsMetricsAndMathNewestFirst() {
    cloudWatch.depths(1, 2, 3);
    List<MetricDataResult> results = data(q -> { }).metricDataResults();
    assertEquals(List.of("d", "twice"), results.stream().map(MetricDataResult::id).toList());
    assertEquals(List.of(3.0, 2.0, 1.0), results.getFirst().values());
    assertEquals(List.of(START.plusSeconds(20), START.plusSeconds(10), START), results.getFirst().timestamps());
    assertEquals(List.of(6.0, 4.0, 2.0), results.getLast().values());
    assertEquals("Complete", results.getLast().statusCodeAsString());
    assertEquals("Depth", results.getFirst().label());
  }

  @Test
  void showsMetricsOldestFirstWhenAsked() {
    cloudWatch.depths(1, 2, 3);
    assertEquals(List.of(1.0, 2.0, 3.0),
        data(q -> q.scanBy("TimestampAscending")).metricDataResults().getFirst().values());
  }

  @Test
  void turnsPagesOfPoints() {
    cloudWatch.depths(1, 2, 3);
    List<Double> values = new ArrayList<>();
    List<String> states = new ArrayList<>();
    GetMetricDataResponse page = data(q -> q.maxDatapoints(4));
    while (true) {
      page.metricDataResults().forEach(result -> {
        values.addAll(result.values());
        states.add(result.id() + " " + result.statusCodeAsString());
      });
      if (page.nextToken() == null) {
        break;
      }
      String token = page.nextToken();
      page = data(q -> q.maxDatapoints(4).nextToken(token));
    }
    assertEquals(List.of(3.0, 2.0, 1.0, 6.0, 4.0, 2.0), values);
    assertEquals(List.of("d Complete", "twice PartialData", "twice Complete"), states);
  }

  @Test
  void pointsOfTenSecondsAreForgottenAfterThreeHoursAndKeptByTheMinute() {
    cloudWatch.depths(1, 2, 3);
    cloudWatch.desk.advance(Duration.ofHours(4));
    assertEquals(List.of(), data(q -> { }).metricDataResults().getFirst().values());
    assertEquals(6.0, statistics(q -> q.statisticsWithStrings("Sum")).getFirst().sum());
  }

  private List<Datapoint> statistics(Consumer<GetMetricStatisticsRequest.Builder> more) {
    return cloudWatch.ask(GetMetricStatisticsRequest.builder().namespace("Shop").metricName("Depth").startTime(START)
        .endTime(START.plusSeconds(60)).period(60).applyMutation(more).build(), GetMetricStatisticsResponse.class).datapoints();
  }

  private GetMetricDataResponse data(Consumer<GetMetricDataRequest.Builder> more) {
    return cloudWatch.ask(GetMetricDataRequest.builder().startTime(START).endTime(START.plusSeconds(60)).metricDataQueries(
        MetricDataQuery.builder().id("d").metricStat(s -> s.stat("Maximum").period(10)
            .metric(m -> m.namespace("Shop").metricName("Depth"))).build(),
        MetricDataQuery.builder().id("twice").expression("d * 2").build()).applyMutation(more).build(),
        GetMetricDataResponse.class);
  }

  private List<String> list(Consumer<ListMetricsRequest.Builder> more) {
    return cloudWatch.ask(ListMetricsRequest.builder().applyMutation(more).build(), ListMetricsResponse.class).metrics()
        .stream().map(Metric::metricName).sorted().toList();
  }
}
