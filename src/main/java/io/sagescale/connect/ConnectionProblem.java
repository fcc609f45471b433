package io.sagescale.connect;

import io.sagescale.local.StateProblem;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Why no engine can be talked to, which is for the person at the terminal to put right. */
public final class ConnectionProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What can be missing. */
  public enum Kind { UNKNOWN_ENGINE, NO_REGION, NO_CREDENTIALS, UNREACHABLE, STATE }

  private final Kind kind;
  private final String nextStep;

  ConnectionProblem(Kind kind, String what, String nextStep, @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.nextStep = nextStep;
  }

  public Kind kind() {
    return kind;
  }

  /** What to do now, as one sentence. */
  public String nextStep() {
    return nextStep;
  }

  /** The problem behind a failure of the SDK or of the local engine; empty when it is none of connecting. */
  public static Optional<ConnectionProblem> behind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ConnectionProblem problem -> {
          return Optional.of(problem);
        }
        case StateProblem problem -> {
          return Optional.of(new ConnectionProblem(Kind.STATE, text(problem), problem.nextStep(), failure));
        }
        case IOException unreachable when failure instanceof SdkClientException -> {
          return Optional.of(new ConnectionProblem(Kind.UNREACHABLE, "the engine cannot be reached: "
              + reason(unreachable), "Check the address and the network; 'sagescale engine start' starts a local one.",
              failure));
        }
        default -> {
          // further down
        }
      }
    }
    return failure instanceof SdkClientException ? ofText(failure, text(failure)) : Optional.empty();
  }

  private static Optional<ConnectionProblem> ofText(Throwable failure, String text) {
    if (text.contains("Unable to load region")) {
      return Optional.of(new ConnectionProblem(Kind.NO_REGION, "no region is set",
          "Say --region, set AWS_REGION, or put one into the profile; --engine local needs none.", failure));
    }
    if (text.contains("Unable to load credentials") || text.contains("contained no credentials")
        || text.contains("profile") || text.contains("SSO") || text.contains("token")) {
      return Optional.of(new ConnectionProblem(Kind.NO_CREDENTIALS, "no credentials: " + firstSentence(text),
          "Run 'aws configure' or 'aws sso login', or set AWS_PROFILE; --engine local needs none.", failure));
    }
    return Optional.empty();
  }

  private static String reason(IOException e) {
    String message = text(e);
    return message.isEmpty() ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName().replace("Exception", "") + ": " + message;
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(" from any of the providers");
    return end < 0 ? text : text.substring(0, end);
  }

  private static String text(Throwable e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }
}
