package io.sagescale.report;

import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Names and times of AWS as people say them. */
final class AwsWords {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AwsWords() {}

  /** {@code 2026-01-02 03:04:05}, in UTC; a dash for null. */
  static String time(@Nullable Instant at) {
    return at == null ? "-" : SECONDS.format(at);
  }

  /** {@code 3 min 20 s}, how long ago; a dash for null. */
  static String ago(@Nullable Instant at, Instant now) {
    return at == null ? "-" : Words.duration(Duration.between(at.isAfter(now) ? now : at, now));
  }

  /** {@code ENDPOINT/VARIANT}, {@code component:NAME}, or the id as it is. */
  static String target(@Nullable String resourceId) {
    return resourceId == null ? "-" : ResourceId.parse(resourceId).map(ResourceId::shortName).orElse(resourceId);
  }

  /** {@code instances}, or {@code copies}; the singular for one. */
  static String capacity(@Nullable String resourceId, int number) {
    boolean isComponent = resourceId != null && resourceId.startsWith("inference-component/");
    return number + " " + (isComponent ? number == 1 ? "copy" : "copies" : number == 1 ? "instance" : "instances");
  }

  /** What is suspended: {@code in, out}; empty for nothing. */
  static String suspended(@Nullable SuspendedState state) {
    if (state == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (Boolean.TRUE.equals(state.dynamicScalingOutSuspended())) {
      parts.add("out");
    }
    if (Boolean.TRUE.equals(state.dynamicScalingInSuspended())) {
      parts.add("in");
    }
    if (Boolean.TRUE.equals(state.scheduledScalingSuspended())) {
      parts.add("scheduled");
    }
    return String.join(", ", parts);
  }

  /** The name of the metric that a predefined type reads. */
  static String predefined(String typeName) {
    return PredefinedMetric.ofTypeName(typeName).map(PredefinedMetric::metricName).orElse(typeName);
  }

  static String dash(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "-" : value.toString();
  }

  /** At most four decimals, none that are zero, and never an exponent. */
  static String number(@Nullable Double number) {
    return number == null ? "-" : Fields.rounded(number, 4);
  }
}
