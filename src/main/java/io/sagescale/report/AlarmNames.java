package io.sagescale.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * What alarms are called where people read: {@code concurrency high} for the alarm that target tracking made for the policy
 * {@code concurrency} and named by a UUID, and their own names for all others.
 */
public final class AlarmNames {
  /** Alarms that Application Auto Scaling makes and names by itself. Source: names seen on live alarms. */
  private static final Pattern MANAGED = Pattern.compile("^TargetTracking-(.+?)-Alarm(High|Low)-.*$");

  private static final Pattern POLICY = Pattern.compile("arn:[^:]*:autoscaling:.*:resource/.*:policyName/([^:]+).*");

  /** Policies by the names of their alarms. */
  private final Map<String, String> policies = new LinkedHashMap<>();

  private AlarmNames() {}

  /** By the actions of the alarms, and of those alarms in the past that are there no more. */
  public static AlarmNames of(List<MetricAlarm> alarms, List<AlarmHistoryItem> past) {
    AlarmNames names = new AlarmNames();
    for (AlarmHistoryItem item : past) {
      names.learn(item.alarmName(), AwsWords.dash(item.historySummary()).replaceFirst(".* action ", ""));
    }
    alarms.forEach(alarm -> alarm.alarmActions().forEach(action -> names.learn(alarm.alarmName(), action)));
    return names;
  }

  static AlarmNames of(List<MetricAlarm> alarms) {
    return of(alarms, List.of());
  }

  private void learn(@Nullable String alarm, String action) {
    @Nullable String policy = policy(action);
    if (alarm != null && policy != null) {
      policies.put(alarm, policy);
    }
  }

  /** The name of the scaling policy that an action is; null when it is none. */
  static @Nullable String policy(String action) {
    Matcher matcher = POLICY.matcher(action);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** {@code concurrency high}; {@code high of llama3-8b/AllTraffic} when the policy is not known. */
  String shown(@Nullable String alarm) {
    Matcher matcher = MANAGED.matcher(AwsWords.dash(alarm));
    if (!matcher.matches()) {
      return AwsWords.dash(alarm);
    }
    String side = matcher.group(2).equals("High") ? "high" : "low";
    @Nullable String policy = policies.get(alarm);
    return policy == null ? side + " of " + AwsWords.target(matcher.group(1)) : policy + " " + side;
  }

  /** Whether target tracking made it to watch for too much of its metric. */
  static boolean isHigh(String alarm) {
    Matcher matcher = MANAGED.matcher(alarm);
    return matcher.matches() && matcher.group(2).equals("High");
  }

  /** Whether target tracking made it to watch for too little of its metric. */
  static boolean isLow(String alarm) {
    Matcher matcher = MANAGED.matcher(alarm);
    return matcher.matches() && matcher.group(2).equals("Low");
  }
}
