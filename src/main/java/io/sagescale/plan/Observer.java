package io.sagescale.plan;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import io.sagescale.sdk.Alarms;
import io.sagescale.sdk.Arns;
import io.sagescale.sdk.Policies;
import io.sagescale.sdk.Schedules;
import io.sagescale.sdk.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Reads what AWS has for targets, every page of it. Five calls a target, one more where alarms are known by name, and one for the
 * tags of each alarm.
 */
public final class Observer {
  /** Source: CloudWatch API, {@code DescribeAlarms}: names in one call. */
  private static final int ALARM_NAMES_MAX = 100;

  /** Actions of alarms stay as AWS lists them: no policy has an ARN of nowhere. */
  static final Arns NOWHERE = new Arns("", "");

  private final Services services;

  private Observer(Services services) {
    this.services = services;
  }

  /** One target; what is not there is absent from the state. */
  public static TargetState observe(Services services, ResourceId resource) {
    return observe(services, resource, List.of());
  }

  /**
   * One target.
   *
   * @param alarmNames alarms to look for beside those that call its step policies or are named after it
   */
  public static TargetState observe(Services services, ResourceId resource, Collection<String> alarmNames) {
    Observer observer = new Observer(services);
    Optional<ScalableTarget> target = observer.targets(request ->
        request.resourceIds(resource.text()).scalableDimension(resource.dimension().text())).stream().findFirst();
    return observer.state(resource, target.orElse(null), alarmNames);
  }

  /** Every variant and inference component that is registered in the region, in the order of AWS. */
  public static List<TargetState> all(Services services) {
    Observer observer = new Observer(services);
    List<TargetState> states = new ArrayList<>();
    for (ScalableTarget target : observer.targets(request -> { })) {
      Targets.resource(target.resourceId(), target.scalableDimensionAsString())
          .ifPresent(resource -> states.add(observer.state(resource, target, List.of())));
    }
    return states;
  }

  private List<ScalableTarget> targets(Consumer<DescribeScalableTargetsRequest.Builder> narrowed) {
    return pages(
        token -> services.scaling().describeScalableTargets(request -> {
          narrowed.accept(request.serviceNamespace(ServiceNamespace.SAGEMAKER).nextToken(token));
        }),
        DescribeScalableTargetsResponse::scalableTargets, DescribeScalableTargetsResponse::nextToken);
  }

  private TargetState state(ResourceId resource, @Nullable ScalableTarget target, Collection<String> alarmNames) {
    List<ScalingPolicy> policies = target == null ? List.of() : policies(resource);
    Set<String> names = new LinkedHashSet<>(alarmNames);
    policies.stream().filter(policy -> policy.policyType() == PolicyType.STEP_SCALING)
        .forEach(policy -> policy.alarms().forEach(alarm -> names.add(alarm.alarmName())));
    return new TargetState(resource, target == null ? null : registered(target),
        policies.stream().map(Observer::policy).sorted(Comparator.comparing(TargetState.Policy::name)).toList(),
        alarms(resource, names).stream().map(this::alarm).sorted(Comparator.comparing(TargetState.Alarm::name)).toList(),
        target == null ? List.of() : schedules(resource));
  }

  private TargetState.@Nullable Registered registered(ScalableTarget target) {
    String arn = target.scalableTargetARN() == null ? "" : target.scalableTargetARN();
    return Targets.ofSdk(target).map(known -> new TargetState.Registered(known, arn, tags(arn))).orElse(null);
  }

  /** A target that goes between two calls has none. */
  private SortedMap<String, String> tags(String arn) {
    if (arn.isEmpty()) {
      return new TreeMap<>();
    }
    try {
      return new TreeMap<>(services.scaling().listTagsForResource(request -> request.resourceARN(arn)).tags());
    } catch (ResourceNotFoundException | ObjectNotFoundException gone) {
      return new TreeMap<>();
    }
  }

  private List<ScalingPolicy> policies(ResourceId resource) {
    return pages(
        token -> services.scaling().describeScalingPolicies(request -> request
            .serviceNamespace(ServiceNamespace.SAGEMAKER).resourceId(resource.text())
            .scalableDimension(resource.dimension().text()).nextToken(token)),
        DescribeScalingPoliciesResponse::scalingPolicies, DescribeScalingPoliciesResponse::nextToken);
  }

  private static TargetState.Policy policy(ScalingPolicy policy) {
    String text = policy.toBuilder().policyARN(null).creationTime(null).alarms(List.of()).build().toString();
    return new TargetState.Policy(policy.policyName(), policy.policyARN(), Policies.ofSdk(policy).orElse(null), text);
  }

  private List<TargetState.Schedule> schedules(ResourceId resource) {
    List<ScheduledAction> actions = pages(
        token -> services.scaling().describeScheduledActions(request -> request
            .serviceNamespace(ServiceNamespace.SAGEMAKER).resourceId(resource.text())
            .scalableDimension(resource.dimension().text()).nextToken(token)),
        DescribeScheduledActionsResponse::scheduledActions, DescribeScheduledActionsResponse::nextToken);
    return actions.stream()
        .map(action -> new TargetState.Schedule(action.scheduledActionName(), Schedules.ofSdk(action).orElse(null),
            action.toBuilder().scheduledActionARN(null).creationTime(null).build().toString()))
        .sorted(Comparator.comparing(TargetState.Schedule::name)).toList();
  }

  /** Those of the names, and those that are named after the target as files name them. */
  private Collection<MetricAlarm> alarms(ResourceId resource, Set<String> names) {
    Map<String, MetricAlarm> found = new LinkedHashMap<>();
    List<String> all = List.copyOf(new TreeSet<>(names));
    for (int from = 0; from < all.size(); from += ALARM_NAMES_MAX) {
      List<String> some = all.subList(from, Math.min(all.size(), from + ALARM_NAMES_MAX));
      alarms(request -> request.alarmNames(some)).forEach(alarm -> found.put(alarm.alarmName(), alarm));
    }
    alarms(request -> request.alarmNamePrefix(resource.text() + "/"))
        .forEach(alarm -> found.put(alarm.alarmName(), alarm));
    return found.values();
  }

  private List<MetricAlarm> alarms(Consumer<DescribeAlarmsRequest.Builder> narrowed) {
    return pages(
        token -> services.cloudWatch().describeAlarms(request ->
            narrowed.accept(request.alarmTypes(AlarmType.METRIC_ALARM).nextToken(token))),
        DescribeAlarmsResponse::metricAlarms, DescribeAlarmsResponse::nextToken);
  }

  private TargetState.Alarm alarm(MetricAlarm alarm) {
    @Nullable AlarmRule rule = isReadable(alarm) ? Alarms.rule(alarm, NOWHERE) : null;
    String unit = alarm.unitAsString();
    return new TargetState.Alarm(alarm.alarmName(), alarm.alarmArn(), rule, unit, alarmTags(alarm.alarmArn()));
  }

  /** Bands of anomalies have no threshold, and metrics of other accounts are not in the model. */
  private static boolean isReadable(MetricAlarm alarm) {
    boolean isMath = alarm.hasMetrics() && !alarm.metrics().isEmpty();
    String statistic = alarm.statisticAsString() == null ? alarm.extendedStatistic() : alarm.statisticAsString();
    return alarm.threshold() != null
        && Comparison.ofText(String.valueOf(alarm.comparisonOperatorAsString())).isPresent()
        && (isMath
            ? alarm.metrics().stream().allMatch(line -> line.accountId() == null && (line.metricStat() == null
                ? line.expression() != null : Statistic.parse(line.metricStat().stat()).isPresent()))
            : alarm.metricName() != null && alarm.period() != null && statistic != null
                && Statistic.parse(statistic).isPresent());
  }

  private SortedMap<String, String> alarmTags(String arn) {
    SortedMap<String, String> tags = new TreeMap<>();
    try {
      services.cloudWatch().listTagsForResource(request -> request.resourceARN(arn)).tags()
          .forEach(tag -> tags.put(tag.key(), tag.value()));
    } catch (software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException gone) {
      return tags;
    }
    return tags;
  }

  /** The items of every page, in order. A token that comes again ends the list, for it would never end. */
  private static <P, T> List<T> pages(
      Function<@Nullable String, P> question, Function<P, List<T>> items, Function<P, @Nullable String> next) {
    List<T> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    @Nullable String token = null;
    do {
      P page = question.apply(token);
      all.addAll(items.apply(page));
      token = next.apply(page);
    } while (token != null && !token.isEmpty() && seen.add(token));
    return all;
  }
}
