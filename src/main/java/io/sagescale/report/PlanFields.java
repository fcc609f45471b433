package io.sagescale.report;

import io.sagescale.plan.Change;
import io.sagescale.plan.Plan;
import java.io.IOException;

/** The document {@value #SCHEMA}. */
final class PlanFields {
  static final String SCHEMA = "sagescale/plan/v1";

  private final Fields out;

  PlanFields(Fields out) {
    this.out = out;
  }

  void write(Plan plan) throws IOException {
    out.text("schema", SCHEMA);
    out.truth("isClean", plan.isClean());
    out.text("fingerprint", plan.fingerprint());
    out.array("targets", plan.parts(), part -> {
      out.text("target", part.resource().text());
      out.text("document", part.desired() == null ? null : part.desired().name());
      out.array("changes", part.changes(), this::change);
      out.texts("consequences", Consequences.of(part));
      out.texts("obstacles", part.obstacles());
      out.texts("notes", part.notes());
    });
  }

  private void change(Change change) throws IOException {
    out.text("action", action(change));
    out.text("thing", change.thing());
    out.array("differences", change.edit().differences(), difference -> {
      out.text("setting", difference.setting());
      out.text("before", difference.before());
      out.text("after", difference.after());
    });
  }

  static String action(Change change) {
    return switch (change) {
      case Change.RegisterTarget _ -> "registerTarget";
      case Change.ClaimTarget _ -> "claimTarget";
      case Change.PutPolicy _ -> "putPolicy";
      case Change.PutStepAlarm _ -> "putAlarm";
      case Change.PutSchedule _ -> "putSchedule";
      case Change.DeleteAlarm _ -> "deleteAlarm";
      case Change.DeletePolicy _ -> "deletePolicy";
      case Change.DeleteSchedule _ -> "deleteSchedule";
      case Change.DeregisterTarget _ -> "deregisterTarget";
    };
  }
}
