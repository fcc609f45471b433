package io.sagescale.cli;

/** A command that cannot go on for a reason the person can mend; the message says what, then what to do. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exit;
  private final String nextStep;

  private Refusal(int exit, String what, String nextStep) {
    super(what);
    this.exit = exit;
    this.nextStep = nextStep;
  }

  /** The command line itself asks for something that cannot be. */
  static Refusal usage(String what, String nextStep) {
    return new Refusal(Exit.USAGE, what, nextStep);
  }

  /** The work began, and could not be done. */
  static Refusal failed(String what, String nextStep) {
    return new Refusal(Exit.FAILED, what, nextStep);
  }

  /** A file is wrong, in ways that were told. */
  static Refusal problems(String what, String nextStep) {
    return new Refusal(Exit.PROBLEMS, what, nextStep);
  }

  /** A wait that took longer than its limit. */
  static Refusal timedOut(String what, String nextStep) {
    return new Refusal(Exit.TIMED_OUT, what, nextStep);
  }

  /** There is no way to AWS or to an engine. */
  static Refusal configuration(String what, String nextStep) {
    return new Refusal(Exit.CONFIGURATION, what, nextStep);
  }

  /** AWS or an engine said no. */
  static Refusal refused(String what, String nextStep) {
    return new Refusal(Exit.REFUSED, what, nextStep);
  }

  int exit() {
    return exit;
  }

  String nextStep() {
    return nextStep;
  }
}
