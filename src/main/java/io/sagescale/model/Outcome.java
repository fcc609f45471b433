package io.sagescale.model;

/**
 * How a request ended. Source: SageMaker runtime API errors for the refusals.
 */
public enum Outcome {
  /** The last token was sent. */
  COMPLETED,
  /** No copy was in service: HTTP 400 for a component at zero copies, 503 for a variant. */
  REJECTED_NO_CAPACITY,
  /** The chosen copy's queue was full: the container answers 429, SageMaker 424. */
  REJECTED_QUEUE_FULL,
  /** Not answered within the invocation limit. */
  TIMED_OUT,
  /** The copy crashed, or answered with an error. */
  FAILED;

  public boolean isRejected() {
    return this == REJECTED_NO_CAPACITY || this == REJECTED_QUEUE_FULL;
  }
}
