package io.sagescale.api;

import io.sagescale.alarm.AlarmLimits;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** The constraints that several operations of CloudWatch share. Source: CloudWatch API model, July 2026. */
final class CloudWatchShapes {
  static final List<String> STATISTICS = List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");

  /** In the order of AWS's refusal. Source: seen on AWS. */
  static final List<String> STATES = List.of("INSUFFICIENT_DATA", "ALARM", "OK");

  static final List<String> SCAN_ORDERS = List.of("TimestampDescending", "TimestampAscending");
  static final List<String> ALARM_TYPES = List.of("CompositeAlarm", "MetricAlarm", "LogAlarm");
  static final List<String> UNITS = List.of(
      "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits",
      "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second",
      "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second",
      "Gigabits/Second", "Terabits/Second", "Count/Second", "None");

  static final int NAME_MAX = 255;
  static final int DIMENSIONS_MAX = 30;
  static final int ALARM_NAMES_MAX = 100;
  static final int RECORDS_MAX = 100;
  static final int TAGS_MAX = 50;

  static final List<Constraint<Dimension>> DIMENSION = List.of(
      Constraint.<Dimension>on("name", Dimension::name).required().length(1, NAME_MAX),
      Constraint.<Dimension>on("value", Dimension::value).required().length(1, 1024));

  static final List<Constraint<DimensionFilter>> DIMENSION_FILTER = List.of(
      Constraint.<DimensionFilter>on("name", DimensionFilter::name).required().length(1, NAME_MAX),
      Constraint.<DimensionFilter>on("value", DimensionFilter::value).length(1, 1024));

  static final List<Constraint<Tag>> TAG = List.of(
      Constraint.<Tag>on("key", Tag::key).required().length(1, 128),
      Constraint.<Tag>on("value", Tag::value).required().length(0, 256));

  private CloudWatchShapes() {}

  static <Q> MemberConstraint<Q> namespace(Function<Q, ? extends @Nullable Object> namespace) {
    return Constraint.<Q>on("namespace", namespace).length(1, NAME_MAX).pattern("[^:].*").notBlank();
  }

  static <Q> MemberConstraint<Q> metricName(Function<Q, ? extends @Nullable Object> name) {
    return text("metricName", name);
  }

  static <Q> MemberConstraint<Q> alarmName(Function<Q, ? extends @Nullable Object> name) {
    return text("alarmName", name);
  }

  /** A text of usual length, such as an alarm's name. */
  static <Q> MemberConstraint<Q> text(String member, Function<Q, ? extends @Nullable Object> text) {
    return Constraint.<Q>on(member, text).length(1, NAME_MAX).notBlank();
  }

  /** Names of alarms, of which there must be a list. */
  static <Q> List<Constraint<Q>> alarmNames(Predicate<Q> isGiven, Function<Q, List<String>> names) {
    return List.of(
        Constraint.<Q>on("alarmNames", q -> isGiven.test(q) ? names.apply(q) : null).required().length(0, ALARM_NAMES_MAX),
        Constraint.each("alarmNames", names, List.of(text("", name -> name))));
  }

  static <Q> Constraint<Q> actionCount(String member, Function<Q, List<String>> actions) {
    return Constraint.<Q>on(member, actions).length(0, AlarmLimits.ACTIONS_MAX);
  }

  static <Q> Constraint<Q> actionLength(String member, Function<Q, List<String>> actions) {
    return Constraint.each(member, actions, List.of(Constraint.<String>on("", action -> action).length(1, 1024)));
  }

  /** Refuses reserved keys, and more tags than an alarm can have. */
  static void checkTags(List<Tag> tags) {
    ReservedTags.refuse(tags.stream().map(Tag::key).toList(), CloudWatchRefusal::invalidValue);
    if (tags.size() > TAGS_MAX) {
      throw CloudWatchRefusal.validation("An alarm can have at most %s tags.".formatted(TAGS_MAX));
    }
  }

  static <Q> void check(Q question, List<Constraint<Q>> table) {
    Constraint.check(CloudWatchRefusal.VALIDATION, question, table);
  }
}
