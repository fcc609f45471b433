package io.sagescale.plan;

import software.amazon.awssdk.core.exception.SdkException;

/** What became of one change. */
public sealed interface Outcome {
  /** AWS answered that it is so. */
  record Done() implements Outcome {}

  /** AWS said no; nothing changed. */
  record Refused(SdkException why) implements Outcome {}

  /** No answer came, or one that AWS itself failed: it may have been done or not. Applying again finds out. */
  record Unknown(SdkException why) implements Outcome {}

  /** Not tried, because a change of the same target before it was not done. */
  record NotTried() implements Outcome {}
}
