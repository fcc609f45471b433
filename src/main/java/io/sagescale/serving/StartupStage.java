package io.sagescale.serving;

/** The stages of a copy's start, in their order; pull and download run at the same time. */
public enum StartupStage {
  /** The instance is found, booted and joined. */
  PROVISION,
  IMAGE_PULL,
  MODEL_DOWNLOAD,
  /** The server starts and loads the model onto the accelerator. */
  CONTAINER_START,
  HEALTH_CHECK,
  /** The router learns of the copy. */
  REGISTRATION
}
