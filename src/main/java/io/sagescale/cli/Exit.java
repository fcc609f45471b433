package io.sagescale.cli;

/** Exit codes. Source: our choice, 252 to 255 as in the AWS CLI, 124 as in timeout(1). */
public final class Exit {
  public static final int DONE = 0;
  /** Something failed, or was only partly done. */
  public static final int FAILED = 1;
  /** AWS is not as the files say. */
  public static final int CHANGES = 2;
  /** Problems in a file. */
  public static final int PROBLEMS = 3;
  /** A wait took longer than its limit. */
  public static final int TIMED_OUT = 124;
  /** Wrong words on the command line. */
  public static final int USAGE = 252;
  /** No region, no credentials, or nobody answers. */
  public static final int CONFIGURATION = 253;
  /** AWS or the engine refused. */
  public static final int REFUSED = 254;
  /** A bug of ours. */
  public static final int BUG = 255;

  private Exit() {}
}
