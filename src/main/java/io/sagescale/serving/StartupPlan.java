package io.sagescale.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How one copy will start: its stages with their times, counted from the start. Stages that are skipped are absent. */
public record StartupPlan(List<Step> steps) {
  /** Draws further out than this (4.75 sigma) are cut, so that no start takes for ever. */
  private static final double DRAW_EDGE = 1e-6;

  public StartupPlan {
    steps = List.copyOf(steps);
  }

  /** One stage: when it starts and how long it takes. */
  public record Step(StartupStage stage, Duration start, Duration lasts) {
    public Duration end() {
      return start.plus(lasts);
    }
  }

  /**
   * Plans a start.
   *
   * @param isNewInstance false for a further copy on an instance in service, which needs no provisioning
   * @param isImageThere true when the instance has the image already; a profile with the image cached has it always
   * @param draws one uniform draw in [0, 1) for each stage, in the order of {@link StartupStage}; may be empty when the
   *     profile has no spread
   */
  public static StartupPlan of(
      StartupProfile profile, boolean isNewInstance, boolean isImageThere, double... draws) {
    StartupStage[] stages = StartupStage.values();
    Check.that(
        draws.length == stages.length || (draws.length == 0 && profile.spread() == 0),
        "%s draws for spread %s", draws.length, profile.spread());
    boolean pulls = !isImageThere && !profile.isImageCached();
    List<Step> steps = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < stages.length; i++) {
      StartupStage stage = stages[i];
      Duration median = median(profile, stage, isNewInstance, pulls);
      if (median.isZero()) {
        continue;
      }
      double draw = draws.length > 0 ? draws[i] : 0.5;
      Step step = new Step(stage, startOf(stage, at, steps), drawn(median, profile.spread(), draw));
      steps.add(step);
      at = step.end().compareTo(at) > 0 ? step.end() : at;
    }
    return new StartupPlan(steps);
  }

  /** From the start until the copy takes requests. */
  public Duration total() {
    return steps.stream().map(Step::end).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private static Duration median(StartupProfile profile, StartupStage stage, boolean isNewInstance, boolean pulls) {
    return switch (stage) {
      case PROVISION -> isNewInstance ? profile.provision() : Duration.ZERO;
      case IMAGE_PULL -> pulls ? profile.imagePull() : Duration.ZERO;
      case MODEL_DOWNLOAD -> pulls ? profile.modelDownload() : profile.modelDownloadAlone();
      case CONTAINER_START -> profile.containerStart();
      case HEALTH_CHECK -> profile.healthCheck();
      case REGISTRATION -> profile.registration();
    };
  }

  private static Duration startOf(StartupStage stage, Duration afterTheRest, List<Step> before) {
    boolean isBesideAPull = stage == StartupStage.MODEL_DOWNLOAD
        && !before.isEmpty() && before.getLast().stage() == StartupStage.IMAGE_PULL;
    return isBesideAPull ? before.getLast().start() : afterTheRest;
  }

  private static Duration drawn(Duration median, double spread, double draw) {
    if (spread == 0) {
      return median;
    }
    double factor = StrictMath.exp(spread * normalQuantile(draw));
    return Duration.ofNanos(Math.round(median.toNanos() * factor));
  }

  /** Inverse of the normal distribution, to 0.00045. Source: Abramowitz and Stegun, formula 26.2.23. */
  private static double normalQuantile(double draw) {
    Check.that(draw >= 0 && draw < 1, "draw %s", draw);
    double tail = Math.max(Math.min(draw, 1 - draw), DRAW_EDGE);
    double t = Math.sqrt(-2 * StrictMath.log(tail));
    double size = t - (2.515517 + t * (0.802853 + t * 0.010328))
        / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    return draw < 0.5 ? -size : size;
  }
}
