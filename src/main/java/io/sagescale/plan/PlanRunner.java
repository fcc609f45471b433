package io.sagescale.plan;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.ResourceId;
import io.sagescale.sdk.Alarms;
import io.sagescale.sdk.Policies;
import io.sagescale.sdk.Schedules;
import io.sagescale.sdk.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/**
 * Carries out the changes of one target after another, in order, through the SDK's clients, which try again by themselves where
 * AWS wants fewer calls. After a change that fails, the rest of its target is not tried; the next target is.
 */
public final class PlanRunner {
  private final Services services;
  private final Map<String, String> arns = new LinkedHashMap<>();

  private PlanRunner(Services services) {
    this.services = services;
  }

  /** A change and what became of it. */
  public record Result(Change change, Outcome outcome) {
    public boolean isDone() {
      return outcome instanceof Outcome.Done;
    }
  }

  /** Hears of each change as it ends. */
  public interface Listener {
    void ended(Result result);
  }

  /** One result for each change, in the order of the plan. */
  public static List<Result> run(Plan plan, Services services, Listener listener) {
    List<Result> results = new ArrayList<>();
    for (Plan.Part part : plan.parts()) {
      results.addAll(run(part, services, listener));
    }
    return results;
  }

  /** The changes of one target. */
  public static List<Result> run(Plan.Part part, Services services, Listener listener) {
    PlanRunner runner = new PlanRunner(services);
    List<Result> results = new ArrayList<>();
    boolean isGoing = true;
    for (Change change : part.changes()) {
      Outcome outcome = isGoing ? runner.outcome(change) : new Outcome.NotTried();
      isGoing = outcome instanceof Outcome.Done;
      Result result = new Result(change, outcome);
      results.add(result);
      listener.ended(result);
    }
    return results;
  }

  private Outcome outcome(Change change) {
    try {
      make(change);
      return new Outcome.Done();
    } catch (AwsServiceException refused) {
      return refused.statusCode() >= 500 ? new Outcome.Unknown(refused) : new Outcome.Refused(refused);
    } catch (SdkException silence) {
      return new Outcome.Unknown(silence);
    }
  }

  private void make(Change change) {
    switch (change) {
      case Change.RegisterTarget register -> register(register);
      case Change.ClaimTarget claim -> claim(claim);
      case Change.PutPolicy put -> arns.put(put.policy().name(),
          services.scaling().putScalingPolicy(Policies.put(put.resource(), put.policy())).policyARN());
      case Change.PutStepAlarm put -> put(put);
      case Change.PutSchedule put -> services.scaling().putScheduledAction(Schedules.put(put.resource(), put.action()));
      case Change.DeleteAlarm delete ->
          goneOr(() -> services.cloudWatch().deleteAlarms(request -> request.alarmNames(delete.name())));
      case Change.DeletePolicy delete -> goneOr(() -> services.scaling().deleteScalingPolicy(request -> request
          .policyName(delete.name()).serviceNamespace(ServiceNamespace.SAGEMAKER)
          .resourceId(delete.resource().text()).scalableDimension(delete.resource().dimension().text())));
      case Change.DeleteSchedule delete -> goneOr(() -> services.scaling().deleteScheduledAction(request -> request
          .scheduledActionName(delete.name()).serviceNamespace(ServiceNamespace.SAGEMAKER)
          .resourceId(delete.resource().text()).scalableDimension(delete.resource().dimension().text())));
      case Change.DeregisterTarget deregister -> goneOr(() -> services.scaling().deregisterScalableTarget(request -> request
          .serviceNamespace(ServiceNamespace.SAGEMAKER)
          .resourceId(deregister.resource().text()).scalableDimension(deregister.resource().dimension().text())));
    }
  }

  private void register(Change.RegisterTarget register) {
    RegisterScalableTargetRequest whole = Targets.register(register.target());
    if (!register.edit().isNew()) {
      services.scaling().registerScalableTarget(whatDiffers(whole, register.edit()));
      return;
    }
    SortedMap<String, String> tags = register.claim().tags();
    try {
      services.scaling().registerScalableTarget(whole.toBuilder().tags(tags).build());
    } catch (ValidationException refused) {
      // A first try whose answer was lost has registered it: AWS takes tags once only.
      if (!isRegisteredWith(tags, register.resource())) {
        throw refused;
      }
      services.scaling().registerScalableTarget(whole);
    }
  }

  /** What a request does not name stays: bounds that a schedule has moved are not moved back by a change of suspensions. */
  private static RegisterScalableTargetRequest whatDiffers(RegisterScalableTargetRequest whole, Edit edit) {
    RegisterScalableTargetRequest.Builder part = whole.toBuilder();
    if (!edit.isAbout("capacity.min", "capacity.max")) {
      part.minCapacity(null).maxCapacity(null);
    }
    return edit.isAbout("suspend") ? part.build() : part.suspendedState((SuspendedState) null).build();
  }

  private boolean isRegisteredWith(SortedMap<String, String> tags, ResourceId resource) {
    return Optional.ofNullable(Observer.observe(services, resource).registered())
        .map(registered -> registered.claimTags().equals(tags)).orElse(false);
  }

  private void claim(Change.ClaimTarget claim) {
    SortedMap<String, String> news = new TreeMap<>(claim.after());
    news.entrySet().removeAll(claim.before().entrySet());
    if (!news.isEmpty()) {
      services.scaling().tagResource(request -> request.resourceARN(claim.arn()).tags(news));
    }
    List<String> olds = claim.before().keySet().stream().filter(key -> !claim.after().containsKey(key)).toList();
    if (!olds.isEmpty()) {
      services.scaling().untagResource(request -> request.resourceARN(claim.arn()).tagKeys(olds));
    }
  }

  private void put(Change.PutStepAlarm put) {
    List<Tag> tags = AlarmTags.of(put.owner(), put.resource()).entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList();
    if (put.adopted() != null) {
      services.cloudWatch().tagResource(request -> request.resourceARN(put.adopted()).tags(tags));
    }
    @Nullable String arn = arns.getOrDefault(put.policyName(), put.policyArn());
    AlarmRule rule = calling(Objects.requireNonNull(arn, () -> "no ARN of policy " + put.policyName()), put.rule());
    services.cloudWatch().putMetricAlarm(Alarms.request(rule, Observer.NOWHERE).toBuilder().tags(tags).build());
  }

  private static AlarmRule calling(String policyArn, AlarmRule rule) {
    AlarmActions actions = rule.actions();
    return new AlarmRule(rule.name(), rule.input(), rule.condition(), new AlarmActions(actions.isEnabled(),
        actions.onAlarm().stream().map(action -> named(policyArn, action)).toList(),
        actions.onOk().stream().map(action -> named(policyArn, action)).toList(),
        actions.onInsufficientData().stream().map(action -> named(policyArn, action)).toList()), rule.description());
  }

  private static AlarmAction named(String policyArn, AlarmAction action) {
    return switch (action) {
      case AlarmAction.Scale _ -> new AlarmAction.Other(policyArn);
      case AlarmAction.Other other -> other;
    };
  }

  /** What is no longer there is as it shall be. */
  private static void goneOr(Runnable delete) {
    try {
      delete.run();
    } catch (ObjectNotFoundException | ResourceNotFoundException gone) {
      // as it shall be
    }
  }
}
