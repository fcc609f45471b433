package io.sagescale.alarm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an alarm is in its state: judged from data, or said by whoever set it.
 *
 * @param judged null when no evaluation led here
 * @param given data that came with SetAlarmState, or null
 */
record Reason(String text, @Nullable Judged judged, @Nullable String given) {
  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?";
  private static final Pattern RECENT =
      Pattern.compile("\"recentDatapoints\"\\s*:\\s*\\[\\s*(" + NUMBER + "(?:\\s*,\\s*" + NUMBER + ")*)\\s*]");

  static Reason of(Judged judged) {
    return new Reason(ReasonText.of(judged), judged, null);
  }

  @Nullable String data() {
    return judged != null ? ReasonData.of(judged) : given;
  }

  /** The data points in the given data, oldest first; empty when it has none that are numbers. */
  static List<Double> recentDatapoints(@Nullable String given) {
    Matcher matcher = RECENT.matcher(given == null ? "" : given);
    if (!matcher.find()) {
      return List.of();
    }
    return Pattern.compile("\\s*,\\s*").splitAsStream(matcher.group(1)).map(Double::valueOf).toList();
  }
}
