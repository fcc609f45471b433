package io.sagescale.serving;

/** The stages of a copy's start, in their order; pull and download run at the same time. */
public enum StartupStage {
  /** The instance is found, booted and joined. */
  PROVISION("provision"),
  IMAGE_PULL("imagePull"),
  MODEL_DOWNLOAD("modelDownload"),
  /** The server starts and loads the model onto the accelerator. */
  CONTAINER_START("containerStart"),
  HEALTH_CHECK("healthCheck"),
  /** The router learns of the copy. */
  REGISTRATION("registration");

  private final String text;

  StartupStage(String text) {
    this.text = text;
  }

  /** The name in files and results. */
  public String text() {
    return text;
  }
}
