package io.sagescale.scaling;

/** What is wrong with a calendar expression; caught where the expression is read from a person. */
final class CronProblem extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int position;

  /** The position is the number of the field, from 1. */
  CronProblem(int position, String details) {
    super(details);
    this.position = position;
  }

  int position() {
    return position;
  }
}
