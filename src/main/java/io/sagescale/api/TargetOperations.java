package io.sagescale.api;

import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.Suspension;
import io.sagescale.sdk.Targets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;

/** Registering, describing and deregistering scalable targets. */
final class TargetOperations {
  /** Source: AAS user guide, quotas: targets for each resource type. */
  static final int TARGETS_MAX = 500;

  private final TargetCards cards;

  TargetOperations(TargetCards cards) {
    this.cards = cards;
  }

  void addTo(AutoScalingApi api) {
    api.write("RegisterScalableTarget", RegisterScalableTargetRequest.class, this::register);
    api.write("DeregisterScalableTarget", DeregisterScalableTargetRequest.class, this::deregister);
    api.read("DescribeScalableTargets", DescribeScalableTargetsRequest.class, this::describe);
  }

  /** Creates or updates; what an update does not give stays. The shape is judged before the resource is looked up. */
  private RegisterScalableTargetResponse register(Desk desk, RegisterScalableTargetRequest question) {
    Constraint.check(question, AutoScalingTables.REGISTER);
    ResourceId resource = new TargetNames(
        question.serviceNamespaceAsString(), question.resourceId(), question.scalableDimensionAsString()).supported();
    Engine engine = desk.engine();
    Optional<ScalableTarget> before = engine.scaling().target(resource);
    CapacityRange range = range(question, before);
    if (before.isPresent() && !question.tags().isEmpty()) {
      throw Refusal.invalid("The scalable target that you tried to tag already exists. "
          + "To update tags on an existing scalable target, use the TagResource API.");
    }
    TagOperations.refuseExcess(question.tags(), question.resourceId());
    ReservedTags.refuse(question.tags().keySet());
    if (before.isEmpty()) {
      refuseOverQuota(engine, resource);
    }
    provide(desk, resource, range);
    Suspension suspension = Targets.suspension(
        question.suspendedState(), before.map(ScalableTarget::suspension).orElse(Suspension.NONE));
    desk.tell(new EngineEvent.RegisterTarget(new ScalableTarget(resource, range, suspension)));
    TargetCards.Card card = before.isPresent()
        ? cards.of(resource, desk) : cards.create(resource, desk.account(), engine.now());
    card.tags.putAll(question.tags());
    return RegisterScalableTargetResponse.builder().scalableTargetARN(card.arn).build();
  }

  /** Unverified: the texts for an absent maximum and for negative numbers, written like those that were seen. */
  private static CapacityRange range(RegisterScalableTargetRequest question, Optional<ScalableTarget> before) {
    Integer min = orElse(question.minCapacity(), before.map(target -> target.range().min()).orElse(null));
    Integer max = orElse(question.maxCapacity(), before.map(target -> target.range().max()).orElse(null));
    if (min == null) {
      throw Refusal.invalid("Minimum capacity must be specified");
    }
    if (max == null) {
      throw Refusal.invalid("Maximum capacity must be specified");
    }
    refuseImpossible(min, max);
    return CapacityRange.between(min, max);
  }

  /** The bounds' own rules, for targets and scheduled actions alike. */
  static void refuseImpossible(@Nullable Integer min, @Nullable Integer max) {
    if (min != null && min < 0) {
      throw Refusal.invalid("Minimum capacity cannot be less than 0");
    }
    if (max != null && max < 0) {
      throw Refusal.invalid("Maximum capacity cannot be less than 0");
    }
    if (min != null && max != null && max < min) {
      throw Refusal.invalid("Maximum capacity cannot be less than minimum capacity");
    }
  }

  private static void refuseOverQuota(Engine engine, ResourceId resource) {
    long registered = engine.scaling().targets().stream()
        .filter(other -> other.dimension() == resource.dimension()).count();
    if (registered >= TARGETS_MAX) {
      throw Refusal.of("LimitExceededException", "At most " + TARGETS_MAX + " scalable targets of one resource type");
    }
  }

  /** Lets the resource exist: a target whose endpoint nobody created is modelled, unless the desk is strict. */
  private static void provide(Desk desk, ResourceId resource, CapacityRange range) {
    if (desk.engine().fleet().isScalable(resource)) {
      return;
    }
    boolean isOfKnownEndpoint = resource instanceof ResourceId.Variant variant
        && desk.engine().fleet().hasEndpoint(variant.endpoint());
    if (desk.isStrict() || isOfKnownEndpoint) {
      // Unverified: the text is AWS's for ECS with this service's noun.
      throw Refusal.invalid("SageMaker resource doesn't exist: " + resource.text());
    }
    desk.model(resource, Math.max(1, range.min()));
  }

  private DeregisterScalableTargetResponse deregister(Desk desk, DeregisterScalableTargetRequest question) {
    Constraint.check(question, AutoScalingTables.DEREGISTER);
    TargetNames names = new TargetNames(
        question.serviceNamespaceAsString(), question.resourceId(), question.scalableDimensionAsString());
    ResourceId resource = names.registered(desk.engine())
        .orElseThrow(() -> TargetNames.notFound("No scalable target found for " + names.text()));
    for (ScalingPolicy policy : desk.engine().scaling().policies(resource)) {
      PolicyAlarms.release(desk, resource, policy);
    }
    desk.tell(new EngineEvent.DeregisterTarget(resource));
    cards.drop(resource);
    return DeregisterScalableTargetResponse.builder().build();
  }

  private DescribeScalableTargetsResponse describe(Desk desk, DescribeScalableTargetsRequest question) {
    Constraint.check(question, AutoScalingTables.DESCRIBE_TARGETS);
    String dimension = question.scalableDimensionAsString();
    TargetNames.dimensionNeedsId(!question.resourceIds().isEmpty(), dimension);
    List<ResourceId> selected = TargetNames.isSageMaker(question.serviceNamespaceAsString())
        ? desk.engine().scaling().targets().stream()
            .filter(resource -> TargetNames.selects(resource, question.resourceIds(), dimension)).toList()
        : List.of();
    Page<ResourceId> page = Paging
        .of("DescribeScalableTargets " + question.resourceIds() + " " + dimension)
        .page(selected, ResourceId::text, size(question.maxResults(), AutoScalingTables.MOST_RESULTS),
            question.nextToken());
    return DescribeScalableTargetsResponse.builder()
        .scalableTargets(page.items().stream().map(resource -> described(desk, resource)).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget described(
      Desk desk, ResourceId resource) {
    TargetCards.Card card = cards.of(resource, desk);
    return Targets.toSdk(desk.engine().scaling().target(resource).orElseThrow()).toBuilder()
        .roleARN(roleArn(desk.account()))
        .creationTime(card.creationTime)
        .scalableTargetARN(card.arn)
        .build();
  }

  /** The service-linked role, whatever role was given. Source: AAS API; AAS user guide, service-linked roles. */
  private static String roleArn(Account account) {
    return "arn:aws:iam::" + account.id() + ":role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/"
        + "AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint";
  }

  static int size(@Nullable Integer asked, int most) {
    return asked == null ? most : asked;
  }

  private static @Nullable Integer orElse(@Nullable Integer given, @Nullable Integer before) {
    return given == null ? before : given;
  }
}
