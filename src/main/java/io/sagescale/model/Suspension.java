package io.sagescale.model;

/** Which kinds of scaling a target has suspended. Source: Application Auto Scaling API, {@code SuspendedState}. */
public record Suspension(boolean isScaleInSuspended, boolean isScaleOutSuspended, boolean isScheduledSuspended) {
  public static final Suspension NONE = new Suspension(false, false, false);
}
