package io.sagescale.sdk;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Scalable targets to and from the SDK's types. */
public final class Targets {
  private Targets() {}

  /** The target as AWS describes it, without ARNs and creation time, which belong to whoever keeps the target. */
  public static software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget toSdk(ScalableTarget target) {
    return software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.resource().text())
        .scalableDimension(target.resource().dimension().text())
        .minCapacity(target.range().min())
        .maxCapacity(target.range().max())
        .suspendedState(toSdk(target.suspension()))
        .build();
  }

  /** The request that registers or updates the target, all of it. */
  public static RegisterScalableTargetRequest register(ScalableTarget target) {
    return RegisterScalableTargetRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.resource().text())
        .scalableDimension(target.resource().dimension().text())
        .minCapacity(target.range().min())
        .maxCapacity(target.range().max())
        .suspendedState(toSdk(target.suspension()))
        .build();
  }

  /** What AWS described; empty for what is no variant's instance count and no component's copy count. */
  public static Optional<ScalableTarget> ofSdk(
      software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget target) {
    return resource(target.resourceId(), target.scalableDimensionAsString()).map(resource -> new ScalableTarget(
        resource, CapacityRange.between(target.minCapacity(), target.maxCapacity()),
        suspension(target.suspendedState(), Suspension.NONE)));
  }

  /** The resource of that id and dimension; empty when they do not belong together or are none of ours. */
  public static Optional<ResourceId> resource(@Nullable String id, @Nullable String dimension) {
    return id == null || dimension == null
        ? Optional.empty()
        : ResourceId.parse(id).filter(resource -> resource.dimension().text().equals(dimension));
  }

  public static SuspendedState toSdk(Suspension suspension) {
    return SuspendedState.builder()
        .dynamicScalingInSuspended(suspension.isScaleInSuspended())
        .dynamicScalingOutSuspended(suspension.isScaleOutSuspended())
        .scheduledScalingSuspended(suspension.isScheduledSuspended())
        .build();
  }

  /** What is suspended once {@code state} is asked for; what it does not name stays as before. */
  public static Suspension suspension(@Nullable SuspendedState state, Suspension before) {
    if (state == null) {
      return before;
    }
    return new Suspension(
        orElse(state.dynamicScalingInSuspended(), before.isScaleInSuspended()),
        orElse(state.dynamicScalingOutSuspended(), before.isScaleOutSuspended()),
        orElse(state.scheduledScalingSuspended(), before.isScheduledSuspended()));
  }

  private static boolean orElse(@Nullable Boolean given, boolean before) {
    return given == null ? before : given;
  }
}
