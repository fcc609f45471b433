package io.sagescale.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planned, on states written by hand: one row, one case. */
class PlannerTest {
  private static final String HEAD = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: doc}
      spec:
        target: {endpoint: llama, variant: AllTraffic, capacity: {min: 1, max: 4}}
      """;

  private static final String TRACK = "    - {name: track, track: {metric: ConcurrentRequestsPerModel, target: 5}}\n";

  private static final String STEP = """
          - name: burst
            step:
              adjustment: ChangeInCapacity
              cooldown: 60s
              when: {metric: ConcurrentRequestsPerModel, stat: Maximum, period: 10s, points: 2 of 3, atLeast: 20}
              steps: [{from: 20, to: 40, add: 1}, {from: 40, add: 2}]
      """;

  private static final String OPEN = "    - {name: open, at: \"cron(0 7 ? * MON-FRI *)\", capacity: {min: 2, max: 8}}\n";

  private static final EndpointScaling ONE_OF_EACH =
      World.document(HEAD + "  policies:\n" + TRACK + STEP + "  schedules:\n" + OPEN);

  private static final EndpointScaling ONLY_TRACK = World.document(HEAD + "  policies:\n" + TRACK);

  /** The state after the document was applied by an owner. */
  private static TargetState applied(EndpointScaling document, String owner) {
    Claim claim = Claim.of(owner, document.name(), document.target().range(),
        document.policies().stream().map(EndpointScaling.PolicySpec::policy).toList(), document.schedules());
    return new TargetState(document.target().resource(),
        new TargetState.Registered(document.target(), "arn:target", claim.tags()),
        document.policies().stream().map(spec -> policy(spec.policy())).toList(),
        document.policies().stream().filter(spec -> spec.alarm() != null)
            .map(spec -> alarm(Objects.requireNonNull(spec.alarm()), spec.policy().name(),
                AlarmTags.of(owner, document.target().resource()))).toList(),
        document.schedules().stream().map(action -> new TargetState.Schedule(action.name(), action, "")).toList());
  }

  private static TargetState.Policy policy(ScalingPolicy policy) {
    return new TargetState.Policy(policy.name(), "arn:" + policy.name(), policy, "");
  }

  private static TargetState.Alarm alarm(AlarmRule rule, String policy, SortedMap<String, String> tags) {
    AlarmActions actions = AlarmActions.onAlarm(new AlarmAction.Other("arn:" + policy));
    return new TargetState.Alarm(rule.name(), "arn:" + rule.name(),
        new AlarmRule(rule.name(), rule.input(), rule.condition(), actions, null), null, tags);
  }

  private static TargetState with(TargetState state, ScalableTarget target) {
    TargetState.Registered before = Objects.requireNonNull(state.registered());
    return new TargetState(state.resource(), new TargetState.Registered(target, before.arn(), before.tags()),
        state.policies(), state.alarms(), state.schedules());
  }

  private static ScalableTarget bounds(int min, int max) {
    return new ScalableTarget(ONE_OF_EACH.target().resource(), CapacityRange.between(min, max), Suspension.NONE);
  }

  /** By hand: the policy is deleted, and AWS leaves its alarm. */
  private static TargetState withoutPolicy(TargetState state, String name) {
    return new TargetState(state.resource(), state.registered(),
        state.policies().stream().filter(policy -> !policy.name().equals(name)).toList(), state.alarms(), state.schedules());
  }

  private static TargetState withoutAlarms(TargetState state) {
    return new TargetState(state.resource(), state.registered(), state.policies(), List.of(), state.schedules());
  }

  private static TargetState untagged(TargetState state) {
    TargetState.Registered before = Objects.requireNonNull(state.registered());
    return new TargetState(state.resource(),
        new TargetState.Registered(before.target(), before.arn(), new TreeMap<>()), state.policies(), state.alarms(), state.schedules());
  }

  /** Made by hand beside what files made. */
  private static TargetState withForeignPolicy(TargetState state) {
    List<TargetState.Policy> policies = new ArrayList<>(state.policies());
    policies.add(policy(new io.sagescale.model.TargetTrackingPolicy("by-hand", new io.sagescale.model.TrackedMetric.Predefined(
        io.sagescale.model.PredefinedMetric.VARIANT_INVOCATIONS_PER_INSTANCE), 70, null, null, false)));
    return new TargetState(state.resource(), state.registered(), policies, state.alarms(), state.schedules());
  }

  private static TargetState unregistered(TargetState state) {
    return new TargetState(state.resource(), null, List.of(), state.alarms(), List.of());
  }

  private record Row(String what, EndpointScaling document, TargetState state, boolean isAdopting, String... expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Row row(String what, EndpointScaling document, UnaryOperator<TargetState> byHand, String... expected) {
    return new Row(what, document, byHand.apply(applied(ONE_OF_EACH, "sagescale")), false, expected);
  }

  static List<Row> rows() {
    String alarm = "alarm endpoint/llama/variant/AllTraffic/burst";
    TargetState ours = applied(ONE_OF_EACH, "sagescale");
    TargetState theirs = applied(ONE_OF_EACH, "others");
    return List.of(
        new Row("everything is new", ONE_OF_EACH, TargetState.nothing(ours.resource()), false,
            "+ target", "+ policy track", "+ policy burst", "+ " + alarm, "+ schedule open"),
        row("what was applied is clean", ONE_OF_EACH, state -> state),
        row("what left the file goes: alarm, policy, schedule, and last its claim", ONLY_TRACK, state -> state,
            "- " + alarm, "- policy burst", "- schedule open", "~ tags sagescale:policies sagescale:schedules"),
        row("bounds by hand", ONE_OF_EACH, state -> with(state, bounds(1, 9)), "~ target capacity.max"),
        row("bounds as the schedule sets them are no drift", ONE_OF_EACH, state -> with(state, bounds(2, 8))),
        row("a bound that no schedule sets is one", ONE_OF_EACH, state -> with(state, bounds(2, 9)),
            "~ target capacity.min capacity.max"),
        row("suspended by hand while the schedule's bounds hold", ONE_OF_EACH,
            state -> with(state, new ScalableTarget(state.resource(), CapacityRange.between(2, 8), new Suspension(true, false, false))),
            "~ target suspend"),
        row("a policy deleted by hand comes back with its alarm's action", ONE_OF_EACH, state -> withoutPolicy(state, "burst"),
            "+ policy burst", "~ " + alarm + " calls"),
        row("an alarm deleted by hand comes back", ONE_OF_EACH, PlannerTest::withoutAlarms, "+ " + alarm),
        row("deregistered by hand: the alarm that was left is taken up", ONE_OF_EACH, PlannerTest::unregistered,
            "+ target", "+ policy track", "+ policy burst", "~ " + alarm + " calls", "+ schedule open"),
        row("a policy by hand stays", ONE_OF_EACH, PlannerTest::withForeignPolicy),
        row("tags taken off by hand: the target is nobody's", ONE_OF_EACH, PlannerTest::untagged,
            "! the target is registered, and no file cares for it"),
        new Row("another owner's target is left alone", ONE_OF_EACH, theirs, false,
            "! files of owner 'others' care for the target"),
        new Row("unless it is taken over", ONE_OF_EACH, theirs, true,
            "~ tags sagescale:owner", "~ " + alarm),
        new Row("adoption keeps what the file does not name", ONLY_TRACK, untagged(ours), true,
            "~ tags sagescale:capacity sagescale:document sagescale:owner sagescale:policies", "- " + alarm));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void plans(Row row) {
    Plan plan = Planner.plan(List.of(row.document()), List.of(row.state()), new Ownership("sagescale", row.isAdopting()));
    assertEquals(String.join("\n", row.expected()), String.join("\n", lines(plan)));
  }

  private static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    plan.parts().forEach(part -> part.obstacles().forEach(obstacle -> lines.add("! " + obstacle)));
    for (Change change : plan.changes()) {
      Edit edit = change.edit();
      if (edit.isNew() || edit.isGone()) {
        lines.add((edit.isNew() ? "+ " : "- ") + change.thing());
      } else {
        StringBuilder line = new StringBuilder("~ ").append(change.thing());
        edit.differences().forEach(difference -> line.append(' ').append(difference.setting()));
        lines.add(line.toString());
      }
    }
    return lines;
  }

  @Test
  void destroysWhatIsOursAlarmsFirstAndTheTargetLast() {
    Plan plan = Planner.destroy(List.of(ONE_OF_EACH), List.of(applied(ONE_OF_EACH, "sagescale")), World.OURS);
    assertEquals(List.of("- alarm endpoint/llama/variant/AllTraffic/burst", "- policy track", "- policy burst", "- schedule open",
        "- target"), lines(plan));
  }

  @Test
  void destroyLetsGoOfATargetThatHasMore() {
    Plan plan = Planner.destroy(
        List.of(ONE_OF_EACH), List.of(withForeignPolicy(applied(ONE_OF_EACH, "sagescale"))), World.OURS);
    assertEquals("~ tags sagescale:capacity sagescale:document sagescale:owner sagescale:policies sagescale:schedules",
        lines(plan).getLast());
    assertEquals(List.of("policy by-hand is not from files, and stays",
        "the target stays registered, because it has what is not from files"), plan.parts().getFirst().notes());
  }

  @Test
  void prunesThisOwnersTargetsAlone() {
    EndpointScaling other = World.document(HEAD.replace("endpoint: llama", "endpoint: phi") + "  policies:\n" + TRACK);
    EndpointScaling foreign = World.document(HEAD.replace("endpoint: llama", "endpoint: qwen") + "  policies:\n" + TRACK);
    Plan plan = Planner.planAndPrune(List.of(ONE_OF_EACH), List.of(applied(ONE_OF_EACH, "sagescale"),
        applied(other, "sagescale"), applied(foreign, "others"), untagged(applied(World.document(
            HEAD.replace("endpoint: llama", "endpoint: hand") + "  policies:\n" + TRACK), "sagescale"))), World.OURS);
    assertEquals(List.of("phi/AllTraffic policy track", "phi/AllTraffic target"),
        plan.changes().stream().map(change -> change.resource().shortName() + " " + change.thing()).toList());
  }

  @Test
  void theFingerprintIsOfTheWorldAndNotOfItsOrder() {
    TargetState one = applied(ONE_OF_EACH, "sagescale");
    TargetState two = TargetState.nothing(new io.sagescale.model.ResourceId.Component("phi"));
    assertEquals(Plan.fingerprint(List.of(one, two)), Plan.fingerprint(List.of(two, one)));
    assertTrue(!Plan.fingerprint(List.of(one)).equals(Plan.fingerprint(List.of(with(one, bounds(1, 5))))));
  }
}
