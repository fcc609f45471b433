package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one alarm name, kept for {@link #KEPT}; texts are written when someone asks.
 *
 * <p>Actions have their own bound, because an alarm that stays in ALARM repeats its scaling action every minute.
 */
final class History {
  /** Source: CloudWatch user guide, alarm history. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Most changes of state or rule, and most actions, per alarm. Source: our choice, a bound. */
  static final int ITEMS_MAX = 5_000;

  /** Most characters of an item's data. Source: CloudWatch API, {@code AlarmHistoryItem}; Unverified: what AWS leaves out. */
  static final int DATA_MAX = 4_095;

  private final String alarm;
  private final Deque<Entry> changes = new ArrayDeque<>();
  private final Deque<Entry> actions = new ArrayDeque<>();

  History(String alarm) {
    this.alarm = alarm;
  }

  /** What happened to the rule. */
  enum Change {
    CREATE("Create", "created"), UPDATE("Update", "updated"), DELETE("Delete", "deleted");

    private final String type;
    private final String past;

    Change(String type, String past) {
      this.type = type;
      this.past = past;
    }

    String type() {
      return type;
    }

    String past() {
      return past;
    }
  }

  /** Something that happened. */
  private sealed interface Entry {
    Instant at();

    record Configured(Instant at, Change change, Function<Function<AlarmAction, String>, String> data)
        implements Entry {}

    record Turned(Instant at, AlarmState from, @Nullable Reason before, AlarmState to, Reason after)
        implements Entry {}

    record Acted(Instant at, Instant turned, AlarmAction action) implements Entry {}
  }

  /** @param data writes AWS's JSON of the change, given how actions are written */
  void configured(Instant at, Function<Function<AlarmAction, String>, String> data, Change change) {
    remember(changes, new Entry.Configured(at, change, data));
  }

  void turned(Instant at, AlarmState from, Reason before, AlarmState to, Reason after) {
    remember(changes, new Entry.Turned(at, from, before, to, after));
  }

  void acted(Instant at, Instant turned, AlarmAction action) {
    remember(actions, new Entry.Acted(at, turned, action));
  }

  /**
   * Oldest first; at one instant a change comes before the actions that it caused.
   *
   * @param names how an action is written
   */
  List<HistoryItem> items(Function<AlarmAction, String> names) {
    List<Entry> all = new ArrayList<>(changes);
    all.addAll(actions);
    all.sort(Comparator.comparing(Entry::at));
    return all.stream().map(entry -> item(entry, names)).toList();
  }

  private static void remember(Deque<Entry> entries, Entry entry) {
    entries.addLast(entry);
    while (entries.size() > ITEMS_MAX || entries.getFirst().at().isBefore(entry.at().minus(KEPT))) {
      entries.removeFirst();
    }
  }

  private HistoryItem item(Entry entry, Function<AlarmAction, String> names) {
    return switch (entry) {
      case Entry.Configured configured -> new HistoryItem(alarm, configured.at(),
          HistoryItem.Type.CONFIGURATION_UPDATE, "Alarm \"%s\" %s".formatted(alarm, configured.change().past()),
          cut(configured.data().apply(names)));
      case Entry.Turned turned -> new HistoryItem(alarm, turned.at(), HistoryItem.Type.STATE_UPDATE,
          "Alarm updated from %s to %s".formatted(turned.from(), turned.to()), turnedData(turned));
      case Entry.Acted acted -> new HistoryItem(alarm, acted.at(), HistoryItem.Type.ACTION,
          "Successfully executed action " + names.apply(acted.action()),
          cut(actedData(acted, names.apply(acted.action()))));
    };
  }

  /** Without the data of the reasons, the older first, when it would be too long. Source: HistoryData seen on AWS. */
  private static String turnedData(Entry.Turned turned) {
    String whole = turnedData(turned, true, true);
    if (whole.length() <= DATA_MAX) {
      return whole;
    }
    String newer = turnedData(turned, false, true);
    return newer.length() <= DATA_MAX ? newer : cut(turnedData(turned, false, false));
  }

  private static String turnedData(Entry.Turned turned, boolean hasOldData, boolean hasNewData) {
    return Json.object(json -> json.text("version", "1.0")
        .object("oldState", old -> state(old, turned.from(), turned.before(), hasOldData))
        .object("newState", now -> state(now, turned.to(), turned.after(), hasNewData)));
  }

  private static String cut(String data) {
    return data.length() <= DATA_MAX ? data : data.substring(0, DATA_MAX);
  }

  private static void state(Json json, AlarmState state, @Nullable Reason reason, boolean hasData) {
    json.text("stateValue", state.name());
    if (reason == null) {
      return;
    }
    json.text("stateReason", reason.text());
    if (!hasData) {
      return;
    }
    if (reason.judged() != null) {
      json.raw("stateReasonData", ReasonData.of(reason.judged()));
    } else if (reason.given() != null) {
      json.text("stateReasonData", reason.given());
    }
  }

  /** Unverified: the fields of an action's data. */
  private static String actedData(Entry.Acted acted, String action) {
    return Json.object(json -> json.text("actionState", "Succeeded")
        .whole("stateUpdateTimestamp", acted.turned().toEpochMilli())
        .text("notificationResource", action)
        .text("publishedMessage", null)
        .text("error", null));
  }
}
