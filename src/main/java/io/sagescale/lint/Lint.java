package io.sagescale.lint;

import io.sagescale.model.EndpointScaling.Allowance;
import java.util.ArrayList;
import java.util.List;

/** The door of this room: a document in, what its rules find in it out. */
public final class Lint {
  private Lint() {}

  /** What breaks a rule that the document does not allow, and allowances that allow nothing; by subject of the rules. */
  public static List<Finding> findings(Subject subject) {
    Examination examination = new Examination(subject);
    TargetRules.check(examination);
    MetricRules.check(examination);
    AlarmRules.check(examination);
    StepRules.check(examination);
    BandRules.check(examination);
    PaceRules.check(examination);
    ZeroRules.check(examination);
    BoundsRules.check(examination);
    ScheduleRules.check(examination);
    List<Finding> all = examination.findings();
    List<Finding> left = new ArrayList<>(all.stream().filter(finding -> !isAllowed(finding, subject)).toList());
    left.addAll(idle(subject.scaling().allow(), all).stream().filter(finding -> !isAllowed(finding, subject)).toList());
    return left;
  }

  private static boolean isAllowed(Finding finding, Subject subject) {
    return subject.scaling().allow().stream().anyMatch(allowance -> allowance.rule().equals(finding.rule().code()));
  }

  private static List<Finding> idle(List<Allowance> allow, List<Finding> all) {
    List<Finding> idle = new ArrayList<>();
    for (int i = 0; i < allow.size(); i++) {
      String code = allow.get(i).rule();
      boolean isUsed = code.equals(Rule.ALLOWED_FOR_NOTHING.code())
          || all.stream().anyMatch(finding -> finding.rule().code().equals(code));
      if (!isUsed) {
        idle.add(new Finding(Rule.ALLOWED_FOR_NOTHING, Place.of("spec", "allow").item(i).key("rule"),
            code + " is allowed, and finds nothing in this document", "Remove the entry"));
      }
    }
    return idle;
  }
}
