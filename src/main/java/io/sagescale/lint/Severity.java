package io.sagescale.lint;

/** How sure a rule is that nobody wants what it finds. */
public enum Severity {
  /** It cannot do what it is there for, or AWS refuses it. */
  ERROR,
  /** It works, but hardly as meant; somebody may have a reason. */
  WARNING
}
