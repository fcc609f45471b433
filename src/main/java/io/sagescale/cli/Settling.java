package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.plan.Plan;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** The time after a change until AWS shows it everywhere and has done what follows from it. */
final class Settling {
  private final Surroundings around;
  private final Clients clients;
  private final WaitOption waiting;

  Settling(Surroundings around, Clients clients, WaitOption waiting) {
    this.around = around;
    this.clients = clients;
    this.waiting = waiting;
  }

  /** Until the plan is clean and no target has a scaling activity that is pending or in progress. */
  void await(List<ResourceId> targets, Supplier<Plan> plan) {
    waiting.until(around, WaitOption.OF_SCALING, () -> plan.get().isClean() && targets.stream().noneMatch(this::isScaling),
        isSettled -> isSettled, "AWS still shows something else, or scales");
  }

  /** Newest activities come first; one page holds all that can be under way. */
  private boolean isScaling(ResourceId target) {
    return clients.scaling().describeScalingActivities(request -> request.serviceNamespace(ServiceNamespace.SAGEMAKER)
            .resourceId(target.text()).scalableDimension(target.dimension().text()))
        .scalingActivities().stream()
        .anyMatch(activity -> activity.statusCode() == ScalingActivityStatusCode.PENDING
            || activity.statusCode() == ScalingActivityStatusCode.IN_PROGRESS);
  }
}
