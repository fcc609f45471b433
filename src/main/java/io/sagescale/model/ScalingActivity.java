package io.sagescale.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to change a capacity, or to change a range by schedule.
 *
 * @param endTime null while it runs, and for rows that never ran
 * @param notScaledReasons empty unless nothing was changed
 */
public record ScalingActivity(
    String id,
    ResourceId resource,
    String description,
    String cause,
    Instant startTime,
    @Nullable Instant endTime,
    Status status,
    @Nullable String statusMessage,
    List<NotScaledReason> notScaledReasons) {
  public ScalingActivity {
    notScaledReasons = List.copyOf(notScaledReasons);
  }

  /** Source: AAS API, {@code ScalingActivityStatusCode}. */
  public enum Status {
    PENDING("Pending"), IN_PROGRESS("InProgress"), SUCCESSFUL("Successful"), OVERRIDDEN("Overridden"),
    UNFULFILLED("Unfulfilled"), FAILED("Failed");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
