package io.sagescale.report;

import io.sagescale.plan.Change;
import io.sagescale.plan.Outcome;
import io.sagescale.plan.PlanRunner;
import io.sagescale.report.Look.Ink;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What became of changes, for people. */
final class ResultText {
  private ResultText() {}

  static String line(PlanRunner.Result result, Look look) {
    Change change = result.change();
    String what = PlanText.sign(change.edit()) + " " + change.resource().shortName() + " "
        + ProblemReport.line(change.thing());
    return switch (result.outcome()) {
      case Outcome.Done _ -> look.paint(Ink.GOOD, "done       ") + what;
      case Outcome.Refused(SdkException why) -> look.paint(Ink.BAD, "refused    ") + what + ": " + reason(why);
      case Outcome.Unknown(SdkException why) ->
          look.paint(Ink.NOTABLE, "unknown    ") + what + ": it may have been done or not: " + reason(why);
      case Outcome.NotTried _ -> look.paint(Ink.FAINT, "not tried  ") + what;
    };
  }

  private static String reason(SdkException why) {
    if (why instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return ProblemReport.line(service.awsErrorDetails().errorCode() + ": " + service.awsErrorDetails().errorMessage());
    }
    return ProblemReport.line(String.valueOf(why.getMessage()));
  }
}
