package io.sagescale.model;

/** What is wrong with a calendar expression; caught where the expression is read from a person. */
public final class CronProblem extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int position;

  CronProblem(int position, String details) {
    super(details);
    this.position = position;
  }

  /** The number of the field, from 1; 1 too when the expression as a whole is wrong. */
  public int position() {
    return position;
  }
}
