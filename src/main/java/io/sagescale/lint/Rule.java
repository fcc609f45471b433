package io.sagescale.lint;

import static io.sagescale.lint.Severity.ERROR;
import static io.sagescale.lint.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules, by code.
 *
 * <p>A code keeps its meaning for ever, because files name it. Each rule has a file {@code SG001.yaml} beside this class with two
 * documents: one that breaks it, and the same put right.
 */
public enum Rule {
  TARGET_ABOVE_SATURATION("SG001", WARNING, "The target is above what a copy can serve at once",
      "Past its saturation a copy queues requests instead of serving them, and requests in flight count the queue too. Scaling "
          + "out then begins only when users are already waiting.",
      "Choose a target below the number the finding names, 70 % of it to begin with.", Source.LOAD_TEST),
  TARGET_ABOVE_THROUGHPUT("SG002", WARNING, "The target is above what a copy can finish in a minute",
      "Invocations per instance cannot rise past what an instance accepts and finishes. A target above that is reached late or "
          + "never.",
      "Take AWS's formula: the requests a second of one copy x 0.5 to 0.7 x 60.", Source.LOAD_TEST),
  SLOW_METRIC("SG003", WARNING, "Scales on a per-minute metric where a ten-second one exists",
      "Invocations are measured once a minute and published about two minutes later, so a surge is seen after five minutes and "
          + "more. Requests in flight are measured every ten seconds and seen in under 45 seconds.",
      "Track ConcurrentRequestsPerModel (ConcurrentRequestsPerCopy for a component), or add it beside this policy.",
      Source.DEFINE),
  FAST_METRIC_READ_SLOWLY("SG004", WARNING, "A ten-second metric is tracked as a customized metric",
      "Application Auto Scaling reads customized metrics once a minute. Only the predefined types have ten-second alarms.",
      "Write metric: ConcurrentRequestsPerModel or ConcurrentRequestsPerCopy as a word.", Source.DEFINE),
  LONG_PERIOD("SG005", WARNING, "An alarm of a minute or more on a ten-second metric",
      "Such an alarm is judged once a minute on points of a minute, so the ten-second metric is no faster than a per-minute one: "
          + "three points take three minutes and more instead of 30 seconds.",
      "Write period: 10s.", Source.ALARM_EVALUATION),
  SHORT_PERIOD("SG006", WARNING, "An alarm's period is shorter than its metric's",
      "A metric that is published once a minute leaves five of six ten-second periods empty. The alarm lacks points and does not "
          + "fire, unless the endpoint has enhanced metrics published that often.",
      "Write period: 60s, or watch a ten-second metric.", Source.METRICS),
  NOT_PUBLISHED("SG007", ERROR, "Nobody publishes this metric under these dimensions",
      "SageMaker publishes each metric under certain dimensions only: an endpoint's variant or an inference component. An alarm on "
          + "others never sees a point, and its policy never acts.",
      "Write the metric as a word, and the dimensions of the target are filled in.", Source.METRICS),
  ANOTHER_RESOURCE("SG008", WARNING, "Watches another endpoint than the one it scales",
      "The dimensions name another endpoint, variant or component than the target, as copied policies do. Load there would "
          + "scale here.",
      "Write the metric as a word, or the target's own names.", Source.METRICS),
  UNFIT_STATISTIC("SG009", WARNING, "A statistic that AWS does not document for the metric",
      "Requests in flight are documented as Minimum and Maximum, invocations as Sum, errors as Sum and Average. Others come out "
          + "of how many samples were sent, not of the load.",
      "Write one of the statistics that the finding names.", Source.METRICS),
  STEP_NEVER_REACHED("SG010", WARNING, "A step that is never reached",
      "The step lies where the metric cannot be while the alarm fires: on the other side of the threshold, below zero, or above "
          + "what a copy takes before it refuses requests.",
      "Remove the step, or move its bounds.", Source.STEPS),
  GAP_AT_THRESHOLD("SG011", WARNING, "No step covers the values next to the threshold",
      "AWS takes such steps. The alarm then fires and nothing happens, until the metric is far enough from the threshold.",
      "Let the first step begin at the threshold.", Source.STEPS),
  WRONG_DIRECTION("SG012", ERROR, "Scales against the load",
      "The policy takes capacity away when load is high, or adds some when load is low, and so makes worse what it saw.",
      "Swap add and remove, or the side of the alarm.", Source.STEPS),
  OSCILLATING("SG013", WARNING, "Scale-in undoes scale-out, and so on",
      "After capacity was added, each copy's share of the same load falls into the band that removes capacity, whose removal "
          + "lifts it into the band that adds some. The endpoint swings without an end while the load is level.",
      "Move the thresholds apart: below half of the upper one for a step from 1 copy to 2.", Source.STEPS),
  OVERLAPPING("SG014", ERROR, "Scale-in and scale-out are asked for by the same values",
      "Both alarms are in ALARM at once, and one policy takes away what the other adds.",
      "Put the scale-in threshold below the scale-out threshold.", Source.STEPS),
  FIGHTING("SG015", WARNING, "A step policy fights a target tracking policy",
      "Target tracking adds capacity above its target and removes some below 90 % of it. A step policy on the same metric with a "
          + "threshold on the wrong side works against it.",
      "Remove capacity only below 90 % of the target and add it only above, or keep one of the policies.", Source.TRACKING),
  SCALE_IN_BEFORE_START("SG016", WARNING, "Takes capacity away faster than it comes back",
      "The scale-in alarm's window and the cooldown together are shorter than a start. A short lull removes a copy that is needed "
          + "again before a new one could have started.",
      "Lengthen the cooldown or the alarm's window until both together are longer than a start.", Source.STEPS),
  COOLDOWN_WITHIN_WINDOW("SG017", WARNING, "The scale-out cooldown is shorter than the alarm's window",
      "When the cooldown ends, the alarm still looks at points from before the new capacity was there, and the policy adds "
          + "more for load that is already served.",
      "Make the cooldown at least as long as period x points.", Source.TRACKING),
  ZERO_INSTANCES("SG018", WARNING, "A real-time endpoint's variant does not go below one instance",
      "AWS accepts a minimum of 0 for a variant, but only asynchronous endpoints and inference components reach it.",
      "Write min: 1, or scale an inference component to zero.", Source.PREREQUISITES),
  ZERO_FOREVER("SG019", ERROR, "Goes to zero copies and nothing wakes it",
      "Without copies no requests are in flight, so target tracking has nothing to act on. A step policy on "
          + "NoCapacityInvocationFailures sees the refused requests.",
      "Add a step policy on NoCapacityInvocationFailures, or a schedule with min: 1.", Source.ZERO),
  WAKE_NEVER("SG020", ERROR, "A wake-up policy that cannot fire",
      "The policy is there to bring a component back from zero copies, but its alarm, its step or the target's bounds do not "
          + "let it.",
      "Take the policy of the example below.", Source.ZERO),
  WAKE_LATE("SG021", WARNING, "One refused request does not wake the component",
      "The alarm wants several refused requests together, as the one in AWS's documentation does (Sum above 1). A user who "
          + "tries once an hour is refused each time.",
      "Write {stat: Maximum, period: 30s, points: 1, atLeast: 1}.", Source.ZERO),
  SILENCE_SCALES_IN("SG022", WARNING, "Missing data scales in",
      "A crashed endpoint sends no data, as an idle one does. With missing: breaching its last copies are taken away "
          + "while users are being refused.",
      "Write missing: missing or notBreaching on alarms that scale in.", Source.MISSING_DATA),
  SILENCE_REPEATS("SG023", WARNING, "Missing data is ignored, so the last action repeats",
      "With missing: ignore an alarm keeps its state when data stop, and while it is in ALARM its policy is asked again every "
          + "minute. A crash in the middle of a surge scales out to the maximum, one in a lull scales in to the minimum.",
      "Write missing: notBreaching, or leave it out.", Source.MISSING_DATA),
  NEVER_SCALES_IN("SG024", WARNING, "Nothing ever scales in",
      "Every policy only adds capacity, and no schedule lowers the maximum. One surge is paid for ever.",
      "Allow scale-in in a target tracking policy, or add a step policy that removes capacity.", Source.TRACKING),
  NO_ROOM("SG025", WARNING, "min equals max, so no policy can do anything",
      "Every decision is clamped to the bounds, and the bounds are one number.",
      "Raise max or lower min, or remove the policies.", Source.REGISTER),
  SCHEDULE_NEVER("SG026", WARNING, "A schedule that never fires again",
      "Its time is past, its day does not exist, or its end comes before its first firing.",
      "Remove it, or write a time to come.", Source.SCHEDULES),
  SCHEDULE_IN_GAP("SG027", WARNING, "A schedule falls into the hour that daylight saving skips",
      "On that day there is no such time, and nothing fires. AWS does not document it for scheduled scaling; this follows its "
          + "documentation of EventBridge Scheduler.",
      "Choose a time outside the hour that the finding names, or UTC.", Source.SCHEDULES),
  BOUNDS_CROSS("SG028", ERROR, "A schedule's bound crosses the bound it leaves alone",
      "A schedule that sets only max below the target's min, or only min above its max, is refused when it fires, and the "
          + "capacity stays as it was.",
      "Set both bounds in the schedule.", Source.SCHEDULES),
  SAME_MOMENT("SG029", WARNING, "Two schedules set the same bound at the same moment",
      "Which of the two is last, and so stays, is not defined.",
      "Put them some minutes apart, or keep one.", Source.SCHEDULES),
  EXACT_OUTSIDE_BOUNDS("SG030", WARNING, "An exact capacity outside the target's bounds",
      "The decision is clamped to the bounds, so the capacity is never the number that is written.",
      "Write a number within min and max, or widen the bounds.", Source.STEPS),
  SAME_ALARM("SG031", ERROR, "Two policies have an alarm of the same name",
      "An alarm's name is unique in its region. The second alarm replaces the first, and the first policy never acts.",
      "Give each alarm its own name, or leave the names out.", Source.ALARM_EVALUATION),
  OVER_BUDGET("SG032", WARNING, "The maximum costs more than the budget",
      "At the largest capacity that the target or a schedule allows, the instances cost more an hour than expect.budget says.",
      "Lower max, or raise the budget.", Source.PRICES),
  SUSPENDED("SG033", WARNING, "Scaling is suspended",
      "What is suspended stays so until somebody removes it from the file. It was often meant for an afternoon.",
      "Remove suspend, or allow this rule with the reason.", Source.SUSPENSION),
  TRACKS_A_TOTAL("SG034", WARNING, "Tracks a total that more copies do not lower",
      "Target tracking expects a metric that falls as capacity rises. A total of the whole endpoint stays where it is, so "
          + "capacity runs to the maximum or to the minimum.",
      "Track a metric per instance or copy, or divide the total by the number of copies with metric math.", Source.TRACKING),
  TARGET_BELOW_ONE("SG035", WARNING, "A target below one request in flight",
      "Requests in flight are whole numbers. With a target below 1 a single request asks for more copies, and only an idle "
          + "endpoint scales in.",
      "Write the number of requests a copy shall serve at once, such as 5.", Source.DEFINE),
  ALLOWED_FOR_NOTHING("SG036", WARNING, "A rule is allowed that finds nothing",
      "The reason under allow speaks of something that is no longer there, and would hide it when it comes back.",
      "Remove the entry.", Source.README),
  GUARD_WITHOUT_A_SAY("SG037", WARNING, "A crash guard that has no say in scaling in",
      "A container that crashes and fails fast has no requests in flight, and looks idle to a policy on them alone. A policy on "
          + "invocations beside it sees that requests keep coming and holds capacity back, but not with disableScaleIn: AWS asks "
          + "only the policies that may scale in.",
      "Leave disableScaleIn out of the policy on invocations.", Source.TRACKING);

  private final String code;
  private final Severity severity;
  private final String title;
  private final String reason;
  private final String fix;
  private final String source;

  Rule(String code, Severity severity, String title, String reason, String fix, String source) {
    this.code = code;
    this.severity = severity;
    this.title = title;
    this.reason = reason;
    this.fix = fix;
    this.source = source;
  }

  /** {@code SG001}. */
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  /** One line without a full stop. */
  public String title() {
    return title;
  }

  /** Why it is a mistake, in sentences. */
  public String reason() {
    return reason;
  }

  /** What to do in general, in a sentence. */
  public String fix() {
    return fix;
  }

  /** The page that the rule rests on. */
  public String source() {
    return source;
  }

  public static Optional<Rule> ofCode(String code) {
    return Stream.of(values()).filter(rule -> rule.code.equals(code)).findFirst();
  }

  /** Pages of AWS's documentation. */
  private static final class Source {
    private static final String SCALING = "https://docs.aws.amazon.com/autoscaling/application/userguide/";
    private static final String SAGEMAKER = "https://docs.aws.amazon.com/sagemaker/latest/dg/";
    private static final String CLOUDWATCH = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/";

    static final String LOAD_TEST = SAGEMAKER + "endpoint-scaling-loadtest.html";
    static final String DEFINE = SAGEMAKER + "endpoint-auto-scaling-add-code-define.html";
    static final String METRICS = SAGEMAKER + "monitoring-cloudwatch.html";
    static final String ZERO = SAGEMAKER + "endpoint-auto-scaling-zero-instances.html";
    static final String PREREQUISITES = SAGEMAKER + "endpoint-auto-scaling-prerequisites.html";
    static final String TRACKING = SCALING + "target-tracking-scaling-policy-overview.html";
    static final String STEPS = SCALING + "step-scaling-policy-overview.html";
    static final String SCHEDULES = SCALING + "application-auto-scaling-scheduled-scaling.html";
    static final String SUSPENSION = SCALING + "application-auto-scaling-suspend-resume-scaling.html";
    static final String REGISTER = "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html";
    static final String MISSING_DATA = CLOUDWATCH + "alarms-and-missing-data.html";
    static final String ALARM_EVALUATION = CLOUDWATCH + "alarm-evaluation.html";
    static final String PRICES = "https://aws.amazon.com/sagemaker/ai/pricing/";
    static final String README = "README.md, Rules";

    private Source() {}
  }
}
