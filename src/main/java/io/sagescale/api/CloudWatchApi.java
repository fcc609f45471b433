package io.sagescale.api;

import java.util.List;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;

/**
 * CloudWatch's operations on alarms, metrics and tags of alarms.
 *
 * <p>Dashboards, anomaly detectors, insights and metric streams are not among them. Refusals carry the name of the error's shape, or {@code ValidationError} where AWS has no shape. Source: CloudWatch API reference.
 */
public final class CloudWatchApi implements OperationGroup {
  /** CloudWatch's name in an operation table. */
  public static final String SERVICE = "monitoring";

  private final List<Operation<?, ?>> operations;

  /** The operations over one engine that nobody has used yet. */
  public CloudWatchApi() {
    AlarmRegister register = new AlarmRegister();
    MetricUnits units = new MetricUnits();
    AlarmPuts puts = new AlarmPuts(register, units);
    AlarmViews views = new AlarmViews(register);
    AlarmTags tags = new AlarmTags(register);
    operations = List.of(
        write("PutMetricAlarm", PutMetricAlarmRequest.class, puts::put),
        write("PutCompositeAlarm", PutCompositeAlarmRequest.class, new CompositePuts(register)::put),
        read("DescribeAlarms", DescribeAlarmsRequest.class, views::describe),
        read("DescribeAlarmsForMetric", DescribeAlarmsForMetricRequest.class, views::describeForMetric),
        write("DeleteAlarms", DeleteAlarmsRequest.class, puts::delete),
        write("SetAlarmState", SetAlarmStateRequest.class, puts::setState),
        write("EnableAlarmActions", EnableAlarmActionsRequest.class, puts::enable),
        write("DisableAlarmActions", DisableAlarmActionsRequest.class, puts::disable),
        read("DescribeAlarmHistory", DescribeAlarmHistoryRequest.class, AlarmHistoryViews::describe),
        write("PutMetricData", PutMetricDataRequest.class, new MetricPuts(units)::put),
        read("GetMetricStatistics", GetMetricStatisticsRequest.class, new MetricStatisticsView(units)::get),
        read("GetMetricData", GetMetricDataRequest.class, new MetricDataView(units)::get),
        read("ListMetrics", ListMetricsRequest.class, MetricLists::list),
        write("TagResource", TagResourceRequest.class, tags::tag),
        write("UntagResource", UntagResourceRequest.class, tags::untag),
        read("ListTagsForResource", ListTagsForResourceRequest.class, tags::list));
  }

  @Override
  public List<Operation<?, ?>> operations() {
    return operations;
  }

  private static <Q, R> Operation<Q, R> read(String name, Class<Q> request, BiFunction<Desk, Q, R> handler) {
    return Operation.read(SERVICE, name, request, handler);
  }

  private static <Q, R> Operation<Q, R> write(String name, Class<Q> request, BiFunction<Desk, Q, R> handler) {
    return Operation.write(SERVICE, name, request, handler);
  }
}
