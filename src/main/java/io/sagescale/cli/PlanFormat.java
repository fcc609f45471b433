package io.sagescale.cli;

import io.sagescale.plan.Plan;
import io.sagescale.report.Look;
import io.sagescale.report.PlanReport;
import java.util.Locale;

/** A form in which a plan is written. */
enum PlanFormat {
  TEXT, JSON, MARKDOWN;

  String of(Plan plan, Look look) {
    return switch (this) {
      case TEXT -> PlanReport.text(plan, look);
      case JSON -> PlanReport.json(plan);
      case MARKDOWN -> PlanReport.markdown(plan);
    };
  }

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
