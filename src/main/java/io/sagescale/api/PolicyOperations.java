package io.sagescale.api;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.sdk.Arns;
import io.sagescale.sdk.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;

/** Putting, describing and deleting scaling policies. */
final class PolicyOperations {
  /** Source: AAS user guide, quotas: policies for each target, of both kinds. */
  static final int POLICIES_MAX = 50;

  private final TargetCards cards;

  PolicyOperations(TargetCards cards) {
    this.cards = cards;
  }

  void addTo(AutoScalingApi api) {
    api.write("PutScalingPolicy", PutScalingPolicyRequest.class, this::put);
    api.write("DeleteScalingPolicy", DeleteScalingPolicyRequest.class, this::delete);
    api.read("DescribeScalingPolicies", DescribeScalingPoliciesRequest.class, this::describe);
  }

  /** Creates or replaces; a replaced policy keeps ARN and creation time and gets new alarms. */
  private PutScalingPolicyResponse put(Desk desk, PutScalingPolicyRequest question) {
    Constraint.check(question, AutoScalingTables.PUT_POLICY);
    TargetNames names = new TargetNames(
        question.serviceNamespaceAsString(), question.resourceId(), question.scalableDimensionAsString());
    ResourceId resource = names.supported();
    Optional<ScalingPolicy> before = find(desk, resource, question.policyName());
    ScalingPolicy policy = policy(resource, question, before);
    if (names.registered(desk.engine()).isEmpty()) {
      throw TargetNames.notFound("No scalable target registered for " + names.text());
    }
    List<ScalingPolicy> others = desk.engine().scaling().policies(resource).stream()
        .filter(other -> !other.name().equals(policy.name())).toList();
    if (others.size() >= POLICIES_MAX) {
      throw Refusal.of("LimitExceededException", "At most " + POLICIES_MAX + " scaling policies for a scalable target");
    }
    refuseSecondOnMetric(policy, others);
    TargetCards.Card card = cards.of(resource, desk);
    var known = card.policies.get(policy.name());
    Instant created = before.isPresent() && known != null ? known.creationTime() : desk.engine().now();
    desk.tell(new EngineEvent.PutPolicy(resource, policy));
    card.policies.put(policy.name(), asGiven(resource, policy, question).toBuilder().creationTime(created).build());
    return PutScalingPolicyResponse.builder()
        .policyARN(arns(desk).policy(resource, policy.name()))
        .alarms(PolicyAlarms.of(desk, resource, policy))
        .build();
  }

  private static ScalingPolicy policy(
      ResourceId resource, PutScalingPolicyRequest question, Optional<ScalingPolicy> before) {
    PolicyType type = type(question, before);
    if (type == PolicyType.PREDICTIVE_SCALING) {
      throw TargetNames.notAuthorized();
    }
    var step = question.stepScalingPolicyConfiguration();
    var tracking = question.targetTrackingScalingPolicyConfiguration();
    boolean isStep = type == PolicyType.STEP_SCALING;
    if (question.predictiveScalingPolicyConfiguration() != null || (isStep ? tracking : step) != null) {
      throw Refusal.invalid("You must only provide a single scaling policy configuration, "
          + "which must match the scaling policy type specified.");
    }
    if (isStep && step != null) {
      return StepRules.policy(question.policyName(), step);
    }
    if (!isStep && tracking != null) {
      return TrackingRules.policy(resource, question.policyName(), tracking);
    }
    throw Refusal.invalid(type + " policy configuration must be specified");
  }

  /** Unverified: the text when a new policy has no type. */
  private static PolicyType type(PutScalingPolicyRequest question, Optional<ScalingPolicy> before) {
    if (question.policyType() != null) {
      return question.policyType();
    }
    return before.map(policy -> switch (policy) {
      case TargetTrackingPolicy _ -> PolicyType.TARGET_TRACKING_SCALING;
      case StepScalingPolicy _ -> PolicyType.STEP_SCALING;
    }).orElseThrow(() -> Refusal.invalid("Policy type must be specified"));
  }

  private static void refuseSecondOnMetric(ScalingPolicy policy, List<ScalingPolicy> others) {
    if (policy instanceof TargetTrackingPolicy tracking) {
      for (ScalingPolicy other : others) {
        if (other instanceof TargetTrackingPolicy second && second.metric().equals(tracking.metric())) {
          throw Refusal.invalid("Only one TargetTrackingScaling policy for a given metric specification is allowed.");
        }
      }
    }
  }

  private DeleteScalingPolicyResponse delete(Desk desk, DeleteScalingPolicyRequest question) {
    Constraint.check(question, AutoScalingTables.DELETE_POLICY);
    TargetNames names = new TargetNames(
        question.serviceNamespaceAsString(), question.resourceId(), question.scalableDimensionAsString());
    Refusal unknown = TargetNames.notFound(
        "No scaling policy found for " + names.text() + ", policy name: " + question.policyName());
    ResourceId resource = names.registered(desk.engine()).orElseThrow(() -> unknown);
    ScalingPolicy policy = find(desk, resource, question.policyName()).orElseThrow(() -> unknown);
    PolicyAlarms.release(desk, resource, policy);
    desk.tell(new EngineEvent.DeletePolicy(resource, policy.name()));
    cards.of(resource, desk).policies.remove(policy.name());
    return DeleteScalingPolicyResponse.builder().build();
  }

  private DescribeScalingPoliciesResponse describe(Desk desk, DescribeScalingPoliciesRequest question) {
    Constraint.check(question, AutoScalingTables.DESCRIBE_POLICIES);
    String id = question.resourceId();
    String dimension = question.scalableDimensionAsString();
    TargetNames.dimensionNeedsId(id != null, dimension);
    List<Owned> selected = TargetNames.isSageMaker(question.serviceNamespaceAsString())
        ? selected(desk, id == null ? List.of() : List.of(id), dimension, question.policyNames()) : List.of();
    Page<Owned> page = Paging
        .of("DescribeScalingPolicies " + id + " " + dimension + " " + question.policyNames())
        .page(selected, Owned::key,
            TargetOperations.size(question.maxResults(), AutoScalingTables.MOST_POLICIES_IN_RESULTS),
            question.nextToken());
    return DescribeScalingPoliciesResponse.builder()
        .scalingPolicies(page.items().stream().map(owned -> described(desk, owned)).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private record Owned(ResourceId resource, ScalingPolicy policy) {
    String key() {
      return resource.text() + " " + policy.name();
    }
  }

  private static List<Owned> selected(
      Desk desk, List<String> ids, @Nullable String dimension, List<String> policyNames) {
    List<Owned> selected = new ArrayList<>();
    for (ResourceId resource : desk.engine().scaling().targets()) {
      if (TargetNames.selects(resource, ids, dimension)) {
        for (ScalingPolicy policy : desk.engine().scaling().policies(resource)) {
          if (policyNames.isEmpty() || policyNames.contains(policy.name())) {
            selected.add(new Owned(resource, policy));
          }
        }
      }
    }
    return selected;
  }

  private software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy described(Desk desk, Owned owned) {
    var given = cards.of(owned.resource(), desk).policies.get(owned.policy().name());
    var policy = given == null ? Policies.toSdk(owned.resource(), owned.policy()) : given;
    return policy.toBuilder()
        .policyARN(arns(desk).policy(owned.resource(), owned.policy().name()))
        .alarms(PolicyAlarms.of(desk, owned.resource(), owned.policy()))
        .build();
  }

  /** The policy in the words of the request, which may leave out what has a default. */
  private static software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy asGiven(
      ResourceId resource, ScalingPolicy policy, PutScalingPolicyRequest question) {
    return Policies.toSdk(resource, policy).toBuilder()
        .targetTrackingScalingPolicyConfiguration(question.targetTrackingScalingPolicyConfiguration())
        .stepScalingPolicyConfiguration(question.stepScalingPolicyConfiguration())
        .build();
  }

  private static Optional<ScalingPolicy> find(Desk desk, ResourceId resource, String name) {
    return desk.engine().scaling().policy(resource, name);
  }

  private static Arns arns(Desk desk) {
    return new Arns(desk.account().region(), desk.account().id());
  }
}
