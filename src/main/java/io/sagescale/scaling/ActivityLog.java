package io.sagescale.scaling;

import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingActivity.Status;
import io.sagescale.model.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The activities of every resource, oldest first, kept six weeks; at most one of a resource runs.
 *
 * <p>Source: AAS API, {@code DescribeScalingActivities}. Only the first row of a not-scaled reason is kept until the reason
 * changes, for each policy. Activities outlive the registration of their resource.
 */
final class ActivityLog {

  /** Source: AAS user guide, scaling activities. */
  static final Duration KEPT = Duration.ofDays(42);

  /** Rows kept for one resource; the oldest go first. */
  static final int MAX_ROWS = 10_000;

  private final CountedIds ids = new CountedIds();
  private final Map<ResourceId, Rows> byResource = new LinkedHashMap<>();
  private final ArrayDeque<ScalingActivity> changes = new ArrayDeque<>();

  /** A change of capacity begins; a change that still runs is overridden by it. */
  void begin(ResourceId resource, int capacity, String cause, Instant now) {
    Rows rows = rows(resource);
    if (rows.running != null) {
      rows.end(Status.OVERRIDDEN, ActivityTexts.overridden(resource, rows.wanted, capacity), now);
    }
    rows.lastReasons.clear();
    rows.wanted = capacity;
    rows.running = row(resource, ActivityTexts.setting(resource, capacity), cause, now, Status.PENDING, null, List.of());
    rows.add(rows.running, now);
  }

  /** The service took the running change. */
  void started(ResourceId resource) {
    Rows rows = rows(resource);
    if (rows.running != null) {
      rows.replace(Status.IN_PROGRESS, ActivityTexts.waiting(resource, rows.wanted), null);
    }
  }

  /** The capacity arrived. Returns whether a running change to this capacity ended well; another capacity overrides it. */
  boolean reached(ResourceId resource, int capacity, Instant now) {
    Rows rows = rows(resource);
    if (rows.running == null) {
      return false;
    }
    boolean isWanted = capacity == rows.wanted;
    rows.end(
        isWanted ? Status.SUCCESSFUL : Status.OVERRIDDEN,
        isWanted
            ? ActivityTexts.fulfilled(resource, capacity)
            : ActivityTexts.overridden(resource, rows.wanted, capacity),
        now);
    return isWanted;
  }

  void failed(ResourceId resource, String reason, Instant now) {
    Rows rows = rows(resource);
    if (rows.running != null) {
      rows.end(Status.FAILED, ActivityTexts.failed(resource, rows.wanted, reason), now);
    }
  }

  void unfulfilled(ResourceId resource, Instant now) {
    Rows rows = rows(resource);
    if (rows.running != null) {
      rows.end(Status.UNFULFILLED, ActivityTexts.unfulfilled(resource, rows.wanted), now);
    }
  }

  /** A change of capacity that was refused at once. */
  void refused(ResourceId resource, int capacity, String cause, Instant now) {
    ScalingActivity row = row(resource, ActivityTexts.setting(resource, capacity), cause, now, Status.FAILED,
        ActivityTexts.notScalable(resource), List.of());
    rows(resource).add(ended(row, now), now);
  }

  /** A scheduled action set its bounds. AWS gives such a row no end. */
  void bounds(ResourceId resource, ScheduledAction action, Instant now) {
    String bounds = ActivityTexts.bounds(action);
    rows(resource).add(
        row(resource, "Setting " + bounds, ActivityTexts.causedBySchedule(action.name()), now, Status.SUCCESSFUL,
            "Successfully set " + bounds, List.of()), now);
  }

  /** A scheduled action could not set its bounds. */
  void boundsRefused(ResourceId resource, ScheduledAction action, String reason, Instant now) {
    String bounds = ActivityTexts.bounds(action);
    rows(resource).add(
        row(resource, "Setting " + bounds, ActivityTexts.causedBySchedule(action.name()), now, Status.FAILED,
            "Failed to set " + bounds + ". Reason: " + reason, List.of()), now);
  }

  /** A call that scaled nothing; left out while the policy's reason stays the same. */
  void notScaled(AlarmSignal signal, NotScaledReason reason, Instant now) {
    Rows rows = rows(signal.resource());
    if (reason.equals(rows.lastReasons.put(signal.policyName(), reason))) {
      return;
    }
    String cause = ActivityTexts.causedByAlarm(signal.alarmName(), signal.policyName());
    rows.add(
        row(signal.resource(), ActivityTexts.NOT_SCALED, cause, now, Status.FAILED, null, List.of(reason)), now);
  }

  boolean isRunning(ResourceId resource) {
    Rows rows = byResource.get(resource);
    return rows != null && rows.running != null;
  }

  /** Oldest first. */
  List<ScalingActivity> of(ResourceId resource) {
    Rows rows = byResource.get(resource);
    return rows == null ? List.of() : List.copyOf(rows.byId.values());
  }

  /** The rows that were added or changed since the last call, as they became, in order; the last {@link #MAX_ROWS} of them. */
  List<ScalingActivity> takeChanges() {
    if (changes.isEmpty()) {
      return List.of();
    }
    List<ScalingActivity> taken = List.copyOf(changes);
    changes.clear();
    return taken;
  }

  private void changed(ScalingActivity row) {
    if (changes.size() == MAX_ROWS) {
      changes.removeFirst();
    }
    changes.add(row);
  }

  private Rows rows(ResourceId resource) {
    return byResource.computeIfAbsent(resource, key -> new Rows());
  }

  private ScalingActivity row(
      ResourceId resource, String description, String cause, Instant now, Status status, @Nullable String message,
      List<NotScaledReason> reasons) {
    return new ScalingActivity(ids.next(), resource, description, cause, now, null, status, message, reasons);
  }

  private static ScalingActivity ended(ScalingActivity row, Instant now) {
    return new ScalingActivity(row.id(), row.resource(), row.description(), row.cause(), row.startTime(), now,
        row.status(), row.statusMessage(), row.notScaledReasons());
  }

  /** One resource's rows in order of their start, with the one that runs. */
  private final class Rows {
    private final Map<String, ScalingActivity> byId = new LinkedHashMap<>();
    private final Map<String, NotScaledReason> lastReasons = new LinkedHashMap<>();
    private @Nullable ScalingActivity running;
    private int wanted;

    void add(ScalingActivity row, Instant now) {
      byId.put(row.id(), row);
      changed(row);
      Instant oldest = now.minus(KEPT);
      var iterator = byId.values().iterator();
      while (iterator.hasNext()) {
        ScalingActivity first = iterator.next();
        if (byId.size() <= MAX_ROWS && !first.startTime().isBefore(oldest)) {
          return;
        }
        iterator.remove();
      }
    }

    void replace(Status status, String message, @Nullable Instant end) {
      ScalingActivity row = running;
      if (row == null) {
        throw new IllegalStateException("no activity runs that could become " + status);
      }
      ScalingActivity changed = new ScalingActivity(row.id(), row.resource(), row.description(), row.cause(),
          row.startTime(), end, status, message, row.notScaledReasons());
      running = changed;
      byId.replace(row.id(), changed);
      changed(changed);
    }

    void end(Status status, String message, Instant now) {
      replace(status, message, now);
      running = null;
    }
  }
}
