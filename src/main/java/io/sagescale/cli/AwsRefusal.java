package io.sagescale.cli;

import io.sagescale.connect.ConnectionProblem;
import io.sagescale.report.ProblemReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Refusals of AWS, of an engine, and of the SDK before it asks, each with what to do next. */
final class AwsRefusal {
  private AwsRefusal() {}

  static Refusal of(SdkException refused, EngineName asked) {
    return refused instanceof AwsServiceException service ? byService(service, asked) : byClient(refused);
  }

  /** What {@code aws} says of a refusal. */
  static String inAwsWords(AwsServiceException refused, String operation) {
    return "An error occurred (" + code(refused) + ") when calling the " + operation + " operation: " + message(refused);
  }

  /** Whether it is for want of the thing that was named. */
  static boolean isAbsence(AwsServiceException refused) {
    return isAbsence(code(refused), message(refused));
  }

  private static boolean isAbsence(String code, String message) {
    return code.toLowerCase(Locale.ROOT).contains("notfound") || message.contains("Could not find");
  }

  /** What to do now. */
  static String nextStep(AwsServiceException refused, EngineName asked) {
    return nextStep(code(refused), message(refused), asked);
  }

  /** No way to the engine; an engine that has no name is wrong usage. */
  static Refusal of(ConnectionProblem problem) {
    String what = withoutPoint(ProblemReport.line(String.valueOf(problem.getMessage())));
    return problem.kind() == ConnectionProblem.Kind.UNKNOWN_ENGINE
        ? Refusal.usage(what, problem.nextStep()) : Refusal.configuration(what, problem.nextStep());
  }

  private static Refusal byService(AwsServiceException refused, EngineName asked) {
    String named = code(refused);
    String said = message(refused);
    return Refusal.refused(said.isEmpty() ? named : named + ": " + withoutPoint(said), nextStep(named, said, asked));
  }

  private static String code(AwsServiceException refused) {
    @Nullable String code = refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorCode();
    return code != null && !code.isBlank() ? code : "status " + refused.statusCode();
  }

  private static String message(AwsServiceException refused) {
    @Nullable String message = refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorMessage();
    return message == null || message.isBlank() ? "" : message;
  }

  private static String nextStep(String code, String message, EngineName asked) {
    String word = code.toLowerCase(Locale.ROOT);
    if (word.contains("throttl") || word.contains("toomanyrequests") || word.equals("requestlimitexceeded")) {
      return "AWS wants fewer calls a second: wait a little and run it again";
    }
    if (word.contains("expired") || word.contains("invalidclienttoken") || word.contains("unrecognizedclient")) {
      return "Sign in again (aws sso login), or choose another --profile";
    }
    if (word.contains("accessdenied") || word.contains("notauthorized")) {
      return "Ask for the permission that the message names, or choose another --profile";
    }
    if (word.contains("concurrentupdate")) {
      return "Another change of this target is under way: run it again";
    }
    if (word.contains("unknownoperation") || word.equals("invalidaction")) {
      return "This engine does not have the operation: try another --engine";
    }
    if (message.startsWith("No scalable target")) {
      return "Register it first: sagescale target register TARGET --min N --max N; see: sagescale target list";
    }
    if (message.startsWith("No scaling policy")) {
      return "See: sagescale policy list";
    }
    if (isAbsence(code, message)) {
      return "Check the name, and that it is in this region and on this engine (" + asked.engine() + ")";
    }
    if (word.contains("limitexceeded")) {
      return "Delete what is not needed, or ask AWS for a higher limit";
    }
    return word.contains("validation") || word.contains("invalid") || word.contains("missing")
        ? "Change what the message names; --dry-run shows the whole call" : "Run it again later";
  }

  private static Refusal byClient(SdkException refused) {
    return ConnectionProblem.behind(refused).map(AwsRefusal::of).orElseGet(() -> Refusal.configuration(
        withoutPoint(ProblemReport.line(String.valueOf(refused.getMessage()))),
        "Check the network, the --region, the --profile and the --engine"));
  }

  private static String withoutPoint(String sentence) {
    return sentence.strip().replaceFirst("\\.$", "");
  }
}
