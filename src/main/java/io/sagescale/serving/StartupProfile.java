package io.sagescale.serving;

import java.time.Duration;

/**
 * How long the stages of a start take, as medians, and how much they spread.
 *
 * <p>Image pull and model download run in parallel; the rest in order: provision, then both, then container start, then
 * health checks, then registration with the router. A copy on an instance that already has the image skips the pull and
 * downloads the model alone at {@code modelDownloadAlone}.
 *
 * @param spread log-normal sigma of every stage, 0 for fixed times
 */
public record StartupProfile(
    Duration provision,
    Duration imagePull,
    Duration modelDownload,
    Duration modelDownloadAlone,
    Duration containerStart,
    Duration healthCheck,
    Duration registration,
    double spread,
    boolean isImageCached) {
  public StartupProfile {
    Check.measure("spread", spread);
    for (Duration stage : new Duration[] {
      provision, imagePull, modelDownload, modelDownloadAlone, containerStart, healthCheck, registration
    }) {
      Check.that(!stage.isNegative(), "stage of %s", stage);
    }
  }
}
