package io.sagescale.local;

/** A problem with the folder that keeps an engine's state: what is wrong and what a person can do about it. */
public final class StateProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What kinds of trouble there are. */
  public enum Kind { IN_USE, NEWER, OLDER, NOT_A_STORE, DAMAGED, NO_SPACE, NOT_WRITABLE, OTHER_WORLD }

  private final Kind kind;
  private final String nextStep;

  StateProblem(Kind kind, String what, String nextStep, Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.nextStep = nextStep;
  }

  StateProblem(Kind kind, String what, String nextStep) {
    super(what);
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
}
