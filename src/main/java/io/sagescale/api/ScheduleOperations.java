package io.sagescale.api;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.scaling.ScheduleExpressions;
import io.sagescale.sdk.Schedules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;

/** Putting, describing and deleting scheduled actions. */
final class ScheduleOperations {
  /** Source: AAS user guide, quotas: scheduled actions for each target. */
  static final int ACTIONS_MAX = 200;

  private final TargetCards cards;

  ScheduleOperations(TargetCards cards) {
    this.cards = cards;
  }

  void addTo(AutoScalingApi api) {
    api.write("PutScheduledAction", PutScheduledActionRequest.class, this::put);
    api.write("DeleteScheduledAction", DeleteScheduledActionRequest.class, this::delete);
    api.read("DescribeScheduledActions", DescribeScheduledActionsRequest.class, this::describe);
  }

  /** Creates or updates; an update keeps what it does not give, but start and end, which it deletes then. */
  private PutScheduledActionResponse put(Desk desk, PutScheduledActionRequest question) {
    Constraint.check(question, AutoScalingTables.PUT_ACTION);
    TargetNames names = new TargetNames(
        question.serviceNamespaceAsString(), question.resourceId(), question.scalableDimensionAsString());
    ResourceId resource = names.supported();
    Optional<ScheduledAction> before = find(desk, resource, question.scheduledActionName());
    ScheduledAction action = action(question, before);
    if (names.registered(desk.engine()).isEmpty()) {
      throw TargetNames.notFound("No scalable target registered for " + names.text());
    }
    if (before.isEmpty() && desk.engine().scaling().schedules(resource).size() >= ACTIONS_MAX) {
      throw Refusal.of(
          "LimitExceededException", "At most " + ACTIONS_MAX + " scheduled actions for a scalable target");
    }
    TargetCards.Card card = cards.of(resource, desk);
    var known = before.isPresent() ? card.actions.get(action.name()) : null;
    desk.tell(new EngineEvent.PutSchedule(resource, action));
    card.actions.put(action.name(), asGiven(resource, action, question, known, desk.engine().now()));
    return PutScheduledActionResponse.builder().build();
  }

  /** Unverified: the texts for an absent schedule and an unknown time zone. */
  private static ScheduledAction action(PutScheduledActionRequest question, Optional<ScheduledAction> before) {
    ScheduleExpression schedule = schedule(question.schedule(), before);
    ZoneId zone = question.timezone() == null
        ? before.map(ScheduledAction::zone).orElse(ZoneOffset.UTC)
        : Schedules.zone(question.timezone())
            .orElseThrow(() -> Refusal.invalid("Invalid time zone: " + question.timezone()));
    Instant start = question.startTime();
    Instant end = question.endTime();
    if (start != null && end != null && start.isAfter(end)) {
      throw Refusal.invalid("StartTime must be before EndTime");
    }
    ScalableTargetAction bounds = question.scalableTargetAction();
    Integer min = bounds == null ? before.map(ScheduledAction::min).orElse(null) : bounds.minCapacity();
    Integer max = bounds == null ? before.map(ScheduledAction::max).orElse(null) : bounds.maxCapacity();
    if (min == null && max == null) {
      throw Refusal.invalid("At least one of minimum capacity and maximum capacity should be provided");
    }
    TargetOperations.refuseImpossible(min, max);
    return new ScheduledAction(question.scheduledActionName(), schedule, zone, start, end, min, max);
  }

  private static ScheduleExpression schedule(@Nullable String text, Optional<ScheduledAction> before) {
    if (text == null) {
      return before.map(ScheduledAction::schedule)
          .orElseThrow(() -> Refusal.invalid("Schedule must be specified"));
    }
    return switch (ScheduleExpressions.parse(text)) {
      case ScheduleExpressions.Parsed.Valid(var expression) -> expression;
      case ScheduleExpressions.Parsed.Refused(var message) -> throw Refusal.invalid(message);
    };
  }

  /** The action in the words of the request, with what an update has left as it was. */
  private static software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction asGiven(
      ResourceId resource, ScheduledAction action, PutScheduledActionRequest question,
      software.amazon.awssdk.services.applicationautoscaling.model.@Nullable ScheduledAction known, Instant now) {
    var written = Schedules.toSdk(resource, action);
    String schedule = question.schedule() == null && known != null ? known.schedule() : question.schedule();
    String timezone = question.timezone() == null && known != null ? known.timezone() : question.timezone();
    return written.toBuilder()
        .schedule(schedule == null ? written.schedule() : schedule)
        .timezone(timezone == null ? written.timezone() : timezone)
        .creationTime(known == null ? now : known.creationTime())
        .build();
  }

  private DeleteScheduledActionResponse delete(Desk desk, DeleteScheduledActionRequest question) {
    Constraint.check(question, AutoScalingTables.DELETE_ACTION);
    TargetNames names = new TargetNames(
        question.serviceNamespaceAsString(), question.resourceId(), question.scalableDimensionAsString());
    // Unverified: the text, written like that of an unknown policy.
    Refusal unknown = TargetNames.notFound(
        "No scheduled action found for " + names.text() + ", scheduled action name: " + question.scheduledActionName());
    ResourceId resource = names.registered(desk.engine()).orElseThrow(() -> unknown);
    ScheduledAction action = find(desk, resource, question.scheduledActionName()).orElseThrow(() -> unknown);
    desk.tell(new EngineEvent.DeleteSchedule(resource, action.name()));
    cards.of(resource, desk).actions.remove(action.name());
    return DeleteScheduledActionResponse.builder().build();
  }

  private DescribeScheduledActionsResponse describe(Desk desk, DescribeScheduledActionsRequest question) {
    Constraint.check(question, AutoScalingTables.DESCRIBE_ACTIONS);
    String id = question.resourceId();
    String dimension = question.scalableDimensionAsString();
    TargetNames.dimensionNeedsId(id != null, dimension);
    List<Owned> selected = TargetNames.isSageMaker(question.serviceNamespaceAsString())
        ? selected(desk, id == null ? List.of() : List.of(id), dimension, question.scheduledActionNames()) : List.of();
    Page<Owned> page = Paging
        .of("DescribeScheduledActions " + id + " " + dimension + " " + question.scheduledActionNames())
        .page(selected, Owned::key, TargetOperations.size(question.maxResults(), AutoScalingTables.MOST_RESULTS),
            question.nextToken());
    return DescribeScheduledActionsResponse.builder()
        .scheduledActions(page.items().stream().map(owned -> described(desk, owned)).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private record Owned(ResourceId resource, ScheduledAction action) {
    String key() {
      return resource.text() + " " + action.name();
    }
  }

  private static List<Owned> selected(Desk desk, List<String> ids, @Nullable String dimension, List<String> names) {
    List<Owned> selected = new ArrayList<>();
    for (ResourceId resource : desk.engine().scaling().targets()) {
      if (TargetNames.selects(resource, ids, dimension)) {
        for (ScheduledAction action : desk.engine().scaling().schedules(resource)) {
          if (names.isEmpty() || names.contains(action.name())) {
            selected.add(new Owned(resource, action));
          }
        }
      }
    }
    return selected;
  }

  private software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction described(
      Desk desk, Owned owned) {
    var given = cards.of(owned.resource(), desk).actions.get(owned.action().name());
    var action = given == null ? Schedules.toSdk(owned.resource(), owned.action()) : given;
    return action.toBuilder().scheduledActionARN(arn(desk.account(), owned)).build();
  }

  /** Source: the examples of the AAS API; the id follows from target and name, as with policies. */
  private static String arn(Account account, Owned owned) {
    String id = UUID.nameUUIDFromBytes(("scheduledAction " + owned.key()).getBytes(StandardCharsets.UTF_8)).toString();
    return account.arn("autoscaling", "scheduledAction:" + id + ":resource/sagemaker/" + owned.resource().text()
        + ":scheduledActionName/" + owned.action().name());
  }

  private static Optional<ScheduledAction> find(Desk desk, ResourceId resource, String name) {
    return desk.engine().scaling().schedules(resource).stream()
        .filter(action -> action.name().equals(name)).findFirst();
  }
}
