package io.sagescale.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What becomes of wall-clock times that daylight saving skips or repeats.
 *
 * <p>An hour field that takes every hour follows elapsed time whatever is chosen: nothing is skipped twice, and the repeated hour
 * fires again. Unverified for Application Auto Scaling; the defaults are what AWS documents for EventBridge Scheduler.
 */
public record DaylightRule(Gap gap, Overlap overlap) {

  public static final DaylightRule DEFAULT = new DaylightRule(Gap.SKIP, Overlap.FIRST);

  /** A time that does not exist that day. */
  public enum Gap {
    /** It does not fire; an action of one such time never does. */
    SKIP,
    /** It fires as much after the gap's start as it lies in the gap: 02:30 at 03:30. */
    SHIFT_LATER
  }

  /** A time that comes twice that day. */
  public enum Overlap { FIRST, SECOND, BOTH }

  /** The moments a wall-clock time stands for, earliest first: none, one or two. */
  public List<Instant> instants(LocalDateTime local, ZoneId zone, boolean isEveryHour) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return List.of(local.toInstant(offsets.getFirst()));
    }
    if (offsets.isEmpty()) {
      return isEveryHour || gap == Gap.SKIP ? List.of() : List.of(local.atZone(zone).toInstant());
    }
    Instant first = local.toInstant(offsets.getFirst());
    Instant second = local.toInstant(offsets.getLast());
    if (isEveryHour) {
      return List.of(first, second);
    }
    return switch (overlap) {
      case FIRST -> List.of(first);
      case SECOND -> List.of(second);
      case BOTH -> List.of(first, second);
    };
  }
}
