package io.sagescale.cli;

/** Exit codes. Source: our choice, 252 and 255 as in the AWS CLI. */
public final class Exit {
  public static final int DONE = 0;
  /** Something failed, or was only partly done. */
  public static final int FAILED = 1;
  /** Problems in a file. */
  public static final int PROBLEMS = 3;
  /** Wrong words on the command line. */
  public static final int USAGE = 252;
  /** A bug of ours. */
  public static final int BUG = 255;

  private Exit() {}
}
