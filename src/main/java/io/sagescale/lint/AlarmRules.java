package io.sagescale.lint;

import io.sagescale.model.MetricId;
import io.sagescale.model.MissingData;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rules on the alarms of step policies. */
final class AlarmRules {
  private static final int MINUTE = 60;

  private AlarmRules() {}

  static void check(Examination e) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Stepped step : e.stepped()) {
      slow(e, step);
      silence(e, step);
      String other = names.putIfAbsent(step.alarm().name(), step.policy().name());
      if (other != null) {
        e.add(Rule.SAME_ALARM, step.when("name"), "the alarm " + step.alarm().name() + " is also that of policy " + other,
            "Give it another name");
      }
    }
  }

  private static void slow(Examination e, Stepped step) {
    MetricId metric = step.metric();
    long period = step.alarm().input().period().toSeconds();
    if (metric != null && step.adds() && Published.isFast(metric) && period >= MINUTE) {
      e.add(Rule.LONG_PERIOD, step.when("period"),
          metric.name() + " comes every 10 s, and the alarm waits for " + step.alarm().condition().pointsNeeded()
              + " points of " + period + " s",
          "Write period: 10s");
    }
  }

  private static void silence(Examination e, Stepped step) {
    MissingData missing = step.alarm().condition().missingData();
    if (missing == MissingData.BREACHING && step.removes()) {
      e.add(Rule.SILENCE_SCALES_IN, step.when("missing"), "without data this alarm takes capacity away",
          "Write missing: missing");
    } else if (missing == MissingData.IGNORE && (step.removes() || step.adds())) {
      e.add(Rule.SILENCE_REPEATS, step.when("missing"),
          "when data stop in ALARM, the policy " + (step.removes() ? "removes" : "adds") + " capacity again and again",
          "Write missing: notBreaching");
    }
  }
}
