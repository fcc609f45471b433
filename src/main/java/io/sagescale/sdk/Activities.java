package io.sagescale.sdk;

import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingActivity.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Scaling activities to and from the SDK's types. */
public final class Activities {
  private Activities() {}

  /** The row as AWS answers it; reasons of not scaled rows are in it only when they were asked for. */
  public static software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity toSdk(
      ScalingActivity activity) {
    var row = software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity.builder()
        .activityId(activity.id())
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(activity.resource().text())
        .scalableDimension(activity.resource().dimension().text())
        .description(activity.description())
        .cause(activity.cause())
        .startTime(activity.startTime())
        .endTime(activity.endTime())
        .statusCode(activity.status().text())
        .statusMessage(activity.statusMessage());
    if (!activity.notScaledReasons().isEmpty()) {
      row.notScaledReasons(activity.notScaledReasons().stream().map(Activities::toSdk).toList());
    }
    return row.build();
  }

  /** What AWS answered; empty for a resource or status that is none of ours. Unknown reasons are left out. */
  public static Optional<ScalingActivity> ofSdk(
      software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity row) {
    Status status = status(row.statusCodeAsString());
    if (status == null) {
      return Optional.empty();
    }
    List<NotScaledReason> reasons = new ArrayList<>();
    row.notScaledReasons().forEach(reason -> reason(reason).ifPresent(reasons::add));
    return Targets.resource(row.resourceId(), row.scalableDimensionAsString()).map(resource -> new ScalingActivity(
        row.activityId(), resource, row.description(), row.cause(), row.startTime(), row.endTime(), status,
        row.statusMessage(), reasons));
  }

  private static software.amazon.awssdk.services.applicationautoscaling.model.NotScaledReason toSdk(
      NotScaledReason reason) {
    var sdk = software.amazon.awssdk.services.applicationautoscaling.model.NotScaledReason.builder().code(reason.code());
    switch (reason) {
      case NotScaledReason.AtMax(int max) -> sdk.maxCapacity(max);
      case NotScaledReason.AtMin(int min) -> sdk.minCapacity(min);
      case NotScaledReason.AtDesired(int current) -> sdk.currentCapacity(current);
      case NotScaledReason.AnticipatedFlapping _, NotScaledReason.PutAsUnscalable _ -> { }
    }
    return sdk.build();
  }

  private static Optional<NotScaledReason> reason(
      software.amazon.awssdk.services.applicationautoscaling.model.NotScaledReason reason) {
    return Optional.ofNullable(switch (String.valueOf(reason.code())) {
      case "AutoScalingAnticipatedFlapping" -> new NotScaledReason.AnticipatedFlapping();
      case "TargetServicePutResourceAsUnscalable" -> new NotScaledReason.PutAsUnscalable();
      case "AlreadyAtMaxCapacity" -> new NotScaledReason.AtMax(orZero(reason.maxCapacity()));
      case "AlreadyAtMinCapacity" -> new NotScaledReason.AtMin(orZero(reason.minCapacity()));
      case "AlreadyAtDesiredCapacity" -> new NotScaledReason.AtDesired(orZero(reason.currentCapacity()));
      default -> null;
    });
  }

  private static int orZero(@Nullable Integer capacity) {
    return capacity == null ? 0 : capacity;
  }

  private static @Nullable Status status(@Nullable String text) {
    for (Status status : Status.values()) {
      if (status.text().equals(text)) {
        return status;
      }
    }
    return null;
  }
}
