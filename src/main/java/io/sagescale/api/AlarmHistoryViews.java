package io.sagescale.api;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.alarm.CompositeBook;
import io.sagescale.alarm.HistoryItem;
import io.sagescale.model.AlarmAction;
import io.sagescale.sdk.Arns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;

/** The operation that tells what happened to alarms, deleted ones included. */
final class AlarmHistoryViews {
  /** Source: CloudWatch user guide, alarm history. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Lines on a page when nobody says how many. Unverified. */
  static final int PAGE = 100;

  private static final List<String> ITEM_TYPES = List.of(
      "ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction");

  static final List<Constraint<DescribeAlarmHistoryRequest>> TABLE = List.of(
      CloudWatchShapes.alarmName(DescribeAlarmHistoryRequest::alarmName),
      Constraint.each("alarmTypes", DescribeAlarmHistoryRequest::alarmTypesAsStrings,
          List.of(Constraint.<String>on("", type -> type).oneOf(CloudWatchShapes.ALARM_TYPES))),
      Constraint.<DescribeAlarmHistoryRequest>on("historyItemType", DescribeAlarmHistoryRequest::historyItemTypeAsString)
          .oneOf(ITEM_TYPES),
      Constraint.<DescribeAlarmHistoryRequest>on("maxRecords", DescribeAlarmHistoryRequest::maxRecords)
          .range(1, CloudWatchShapes.RECORDS_MAX),
      Constraint.<DescribeAlarmHistoryRequest>on("scanBy", DescribeAlarmHistoryRequest::scanByAsString)
          .oneOf(CloudWatchShapes.SCAN_ORDERS));

  private AlarmHistoryViews() {}

  static DescribeAlarmHistoryResponse describe(Desk desk, DescribeAlarmHistoryRequest request) {
    CloudWatchShapes.check(request, TABLE);
    List<Line> found = numbered(wanted(desk, request));
    if (!"TimestampAscending".equals(request.scanByAsString())) {
      Collections.reverse(found);
    }
    Page<Line> page = Paging.of("DescribeAlarmHistory" + selection(request))
        .refusingAs(CloudWatchRefusal.INVALID_NEXT_TOKEN)
        .page(found, Line::key, request.maxRecords() == null ? PAGE : request.maxRecords(),
            request.nextToken());
    return DescribeAlarmHistoryResponse.builder()
        .alarmHistoryItems(page.items().stream().map(line -> shown(line.kept())).toList())
        .nextToken(page.nextToken())
        .build();
  }

  /** Metric alarms unless other types are asked for, oldest first. Source: CloudWatch API, {@code DescribeAlarmHistory}. */
  private static List<Kept> wanted(Desk desk, DescribeAlarmHistoryRequest request) {
    List<Kept> found = new ArrayList<>();
    AlarmBook metric = desk.engine().alarms();
    CompositeBook composite = desk.engine().composites();
    if (!request.hasAlarmTypes() || request.alarmTypesAsStrings().contains("MetricAlarm")) {
      found.addAll(kept("MetricAlarm", desk, request, metric.historyNames(), metric::history));
    }
    if (request.alarmTypesAsStrings().contains("CompositeAlarm")) {
      found.addAll(kept("CompositeAlarm", desk, request, composite.historyNames(), composite::history));
    }
    found.sort(Comparator.comparing(kept -> kept.item().at()));
    return found;
  }

  /** @param type of the alarm */
  private record Kept(HistoryItem item, String type) {}

  private static List<Kept> kept(String type, Desk desk, DescribeAlarmHistoryRequest request, List<String> allNames,
      BiFunction<String, Function<AlarmAction, String>, List<HistoryItem>> history) {
    Arns arns = AlarmRegister.arns(desk);
    List<String> names = request.alarmName() == null ? allNames : List.of(request.alarmName());
    Instant oldest = desk.engine().now().minus(KEPT);
    return names.stream()
        .flatMap(name -> history.apply(name, action -> arns.action(name, action)).stream())
        .filter(item -> !item.at().isBefore(oldest) && isWanted(item, request))
        .map(item -> new Kept(item, type))
        .toList();
  }

  private static boolean isWanted(HistoryItem item, DescribeAlarmHistoryRequest request) {
    return (request.historyItemTypeAsString() == null || request.historyItemTypeAsString().equals(item.type().text()))
        && (request.startDate() == null || !item.at().isBefore(request.startDate()))
        && (request.endDate() == null || !item.at().isAfter(request.endDate()));
  }

  /** @param key tells the item from all others, equal ones of the same instant included */
  private record Line(Kept kept, String key) {}

  private static List<Line> numbered(List<Kept> oldestFirst) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Kept kept : oldestFirst) {
      HistoryItem item = kept.item();
      String key = item.at() + " " + kept.type() + " " + item.alarm() + " " + item.type() + " " + item.summary();
      lines.add(new Line(kept, key + " " + seen.merge(key, 1, Integer::sum)));
    }
    return lines;
  }

  private static AlarmHistoryItem shown(Kept kept) {
    HistoryItem item = kept.item();
    return AlarmHistoryItem.builder()
        .alarmName(item.alarm())
        .alarmType(kept.type())
        .timestamp(item.at())
        .historyItemType(item.type().text())
        .historySummary(item.summary())
        .historyData(item.data())
        .build();
  }

  private static String selection(DescribeAlarmHistoryRequest request) {
    return request.toBuilder().nextToken(null).maxRecords(null).build().toString();
  }
}
