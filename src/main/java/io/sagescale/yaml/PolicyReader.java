package io.sagescale.yaml;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.EndpointScaling.Allowance;
import io.sagescale.model.EndpointScaling.PolicySpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads an EndpointScaling document. Limits and refusals are AWS's. Source: AAS API and quotas, AAS user guide. */
final class PolicyReader {
  private static final int MOST_POLICIES = 50;
  private static final int MOST_SCHEDULES = 200;

  private final Envelope envelope;
  private final Problems problems;
  private final List<Problem> unknownMetrics = new ArrayList<>();

  PolicyReader(Envelope envelope, Problems problems) {
    this.envelope = envelope;
    this.problems = problems;
  }

  /** Warnings about metric types that only AWS knows. */
  List<Problem> unknownMetrics() {
    return unknownMetrics;
  }

  /** Null when anything in the document was refused. */
  @Nullable EndpointScaling read() {
    int before = problems.errors();
    Fields spec = envelope.spec();
    Node at = spec.required("target", "{endpoint: NAME, capacity: {min: 1, max: 4}}");
    ScalableTarget target = at == null ? null : TargetReader.read(at, problems);
    ResourceId resource = target == null ? TargetReader.standIn(at) : target.resource();
    List<PolicySpec> policies = policies(spec, resource);
    List<ScheduledAction> schedules = schedules(spec);
    Fields expect = spec.mapping("expect");
    EndpointScaling.Expectations expectations = expect == null ? null : ExpectReader.read(expect);
    List<Allowance> allow = AllowReader.read(spec);
    spec.close();
    if (problems.errors() > before || target == null) {
      return null;
    }
    return new EndpointScaling(envelope.name(), envelope.labels(), target, policies, schedules, expectations,
        allow);
  }

  private List<PolicySpec> policies(Fields spec, ResourceId resource) {
    List<PolicySpec> policies = new ArrayList<>();
    List<Node> items = spec.list("policies");
    tooMany(spec, "policies", items.size(), MOST_POLICIES);
    TreeSet<String> names = new TreeSet<>();
    for (Node item : items) {
      Fields fields = Fields.of(item, "a policy", problems);
      if (fields == null) {
        continue;
      }
      PolicySpec policy = policy(fields, resource);
      String name = fields.text("name");
      if (name != null && !names.add(name)) {
        problems.error(fields.at("name"), "two policies have the name " + Problems.quoted(name), "Give each its own name");
      }
      if (policy != null) {
        refuseSameMetric(item, policy.policy(), policies);
        policies.add(policy);
      }
    }
    return policies;
  }

  private @Nullable PolicySpec policy(Fields fields, ResourceId resource) {
    String name = fields.requiredText("name", "concurrency");
    if (name != null && (name.isBlank() || name.length() > 256 || name.chars().anyMatch(Character::isISOControl))) {
      problems.error(fields.at("name"), "a policy's name must be 1 to 256 printable characters", "Write a short name");
      name = null;
    }
    String kind = fields.oneOf(true, List.of("track", "step", "raw"));
    Fields body = kind == null ? null : fields.mapping(kind);
    String named = name == null ? "unnamed" : name;
    PolicySpec policy = kind == null || body == null ? null : switch (kind) {
      case "track" -> new TrackReader(resource, unknownMetrics).read(named, body);
      case "step" -> new StepReader(resource).read(named, body);
      case "raw" -> new RawReader(resource, unknownMetrics).read(named, body);
      default -> throw new IllegalStateException("no policy is written as " + kind);
    };
    fields.close();
    return policy;
  }

  /** Source: AAS API, "Only one TargetTrackingScaling policy for a given metric specification is allowed." */
  private void refuseSameMetric(Node at, ScalingPolicy policy, List<PolicySpec> others) {
    if (!(policy instanceof TargetTrackingPolicy tracking)) {
      return;
    }
    for (PolicySpec other : others) {
      if (other.policy() instanceof TargetTrackingPolicy earlier && isSame(earlier.metric(), tracking.metric())) {
        problems.error(at, "two policies track the same metric, the other is " + Problems.quoted(earlier.name()),
            "Keep one of them, AWS refuses the second");
      }
    }
  }

  private static boolean isSame(TrackedMetric one, TrackedMetric other) {
    return one.equals(other);
  }

  private List<ScheduledAction> schedules(Fields spec) {
    List<ScheduledAction> schedules = new ArrayList<>();
    List<Node> items = spec.list("schedules");
    tooMany(spec, "schedules", items.size(), MOST_SCHEDULES);
    TreeSet<String> names = new TreeSet<>();
    for (Node item : items) {
      Fields fields = Fields.of(item, "a schedule", problems);
      ScheduledAction action = fields == null ? null : ScheduleReader.read(fields);
      if (action != null) {
        schedules.add(action);
        if (!names.add(action.name())) {
          problems.error(item, "two schedules have the name " + Problems.quoted(action.name()), "Give each its own name");
        }
      }
    }
    return schedules;
  }

  private void tooMany(Fields spec, String key, int size, int most) {
    if (size > most) {
      problems.error(spec.at(key), "there are " + size + " " + key + ", AWS allows " + most + " on a target",
          "Remove some");
    }
  }
}
