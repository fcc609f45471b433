package io.sagescale.cli;

import io.sagescale.report.AlarmNames;
import io.sagescale.report.HistoryRows;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** {@code alarm history}: DescribeAlarmHistory, all pages. */
@Command(
    name = "history",
    customSynopsis = "sagescale alarm history [ALARM] [OPTIONS]",
    header = "Tell what an alarm saw, when it changed, and whom it told.",
    footer = {
      "  sagescale alarm history",
      "  sagescale alarm history burst-alarm --since 2h",
      "  sagescale alarm history --changes -o json",
      "  sagescale alarm history --since 10m --follow --for 1m"
    })
final class AlarmHistoryCommand implements Task {
  /** Source: the names that Application Auto Scaling gives to its alarms. */
  private static final String MANAGED = "TargetTracking-";

  @Parameters(index = "0", arity = "0..1", paramLabel = "ALARM", description = "Only of this alarm; all when left out.")
  private @Nullable String alarm;

  @Option(names = "--since", paramLabel = "TIME", converter = DurationWord.class, description = "How far back, such as 2h; all when left out.")
  private @Nullable Duration since;

  @Option(names = "--changes", description = "Only changes of state.")
  private boolean isChangesOnly;

  @Option(names = "--follow", description = "Go on with what comes, until interrupted.")
  private boolean isFollowed;

  @Mixin private Following following = new Following();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  AlarmHistoryCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (following.isLimited() && !isFollowed) {
      throw Refusal.usage("--for is how long to follow", "Add --follow");
    }
    @Nullable Instant from = since == null ? null : around.clock().instant().minus(since);
    return isFollowed ? follow(from) : aws.answer(around, clients -> {
      List<AlarmHistoryItem> items = items(clients, from);
      return Answer.rows(DescribeAlarmHistoryResponse.builder().alarmHistoryItems(items).build(),
          HistoryRows.sheet(items, names(clients, items), aws.look(around)));
    });
  }

  private int follow(@Nullable Instant from) {
    if (!aws.isForPeople()) {
      throw Refusal.usage("--follow writes lines for people", "Leave out --follow, or -o " + aws.output().word());
    }
    Set<List<Object>> told = new LinkedHashSet<>();
    return following.follow(around, () -> around.out().print(aws.<String>ask(around, clients -> {
      List<AlarmHistoryItem> fresh = items(clients, from).stream().filter(item ->
          told.add(List.of(String.valueOf(item.alarmName()), item.timestamp(), String.valueOf(item.historySummary())))).toList();
      return fresh.isEmpty() ? "" : lines(fresh, names(clients, fresh));
    })));
  }

  private String lines(List<AlarmHistoryItem> items, AlarmNames names) {
    return String.join("", items.stream().map(item -> HistoryRows.line(item, names, aws.look(around))).toList());
  }

  private List<AlarmHistoryItem> items(Clients clients, @Nullable Instant from) {
    return Pages.all(token -> clients.cloudWatch().describeAlarmHistory(request(from, token)),
        DescribeAlarmHistoryResponse::alarmHistoryItems, DescribeAlarmHistoryResponse::nextToken);
  }

  /** Of alarms there are, and there were; AWS's own names where nothing may be asked of alarms, or nobody reads. */
  private AlarmNames names(Clients clients, List<AlarmHistoryItem> items) {
    if (!aws.isForPeople()) {
      return AlarmNames.of(List.of(), items);
    }
    try {
      return AlarmNames.of(AlarmPages.of(clients, null, request -> request.alarmNamePrefix(MANAGED)).metricAlarms(), items);
    } catch (CloudWatchException refused) {
      return AlarmNames.of(List.of(), items);
    }
  }

  /** Oldest first, for it is read as a story. */
  private DescribeAlarmHistoryRequest request(@Nullable Instant from, @Nullable String token) {
    return DescribeAlarmHistoryRequest.builder()
        .alarmName(alarm)
        .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
        .historyItemType(isChangesOnly ? HistoryItemType.STATE_UPDATE : null)
        .startDate(from)
        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
        .nextToken(token)
        .build();
  }
}
