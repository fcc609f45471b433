package io.sagescale.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupPlanTest {
  private static final StartupProfile PROFILE = new StartupProfile(
      Duration.ofSeconds(100), Duration.ofSeconds(60), Duration.ofSeconds(40), Duration.ofSeconds(20),
      Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(2), 0, false);

  /** A8: published totals. */
  @ParameterizedTest
  @CsvSource({"qwen3-8b/ml.g6.2xlarge, 525", "qwen3-8b/ml.g6.2xlarge/cached, 258", "launch-post/ml.g5.2xlarge, 427"})
  void takesAsLongAsPublished(String id, double seconds) {
    assertEquals(seconds, totalSeconds(id), 0.02 * seconds);
  }

  /** A9: what the cached image saves. */
  @ParameterizedTest
  @CsvSource({
    "customer-1/ml.g4dn.xlarge, -65",
    "customer-2/ml.g5.2xlarge,  -52",
    "customer-3/ml.g5.xlarge,   -38",
    "qwen3-8b/ml.g6.2xlarge,    -51"
  })
  void savesAsMuchAsPublishedWithACachedImage(String id, double percent) {
    assertEquals(percent, 100 * (totalSeconds(id + "/cached") / totalSeconds(id) - 1), 1);
  }

  @Test
  void pullsAndDownloadsAtTheSameTime() {
    assertEquals(
        List.of("PROVISION 0+100", "IMAGE_PULL 100+60", "MODEL_DOWNLOAD 100+40", "CONTAINER_START 160+10",
            "HEALTH_CHECK 170+5", "REGISTRATION 175+2"),
        told(StartupPlan.of(PROFILE, true, false)));
    assertEquals(Duration.ofSeconds(177), StartupPlan.of(PROFILE, true, false).total());
  }

  @Test
  void neitherProvisionsNorPullsOnAnInstanceWithTheImage() {
    assertEquals(
        List.of("MODEL_DOWNLOAD 0+20", "CONTAINER_START 20+10", "HEALTH_CHECK 30+5", "REGISTRATION 35+2"),
        told(StartupPlan.of(PROFILE, false, true)));
  }

  @Test
  void pullsOnAnInstanceInServiceThatLacksTheImage() {
    assertEquals(
        List.of("IMAGE_PULL 0+60", "MODEL_DOWNLOAD 0+40", "CONTAINER_START 60+10", "HEALTH_CHECK 70+5",
            "REGISTRATION 75+2"),
        told(StartupPlan.of(PROFILE, false, false)));
  }

  /** One sigma is at a draw of 0.8413; e^0.5 = 1.6487. */
  @ParameterizedTest
  @CsvSource({"0.5, 100", "0.84134, 164.87", "0.15866, 60.65", "0, 9.3"})
  void spreadsAsALogNormal(double draw, double seconds) {
    StartupProfile spread = new StartupProfile(
        Duration.ofSeconds(100), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO,
        Duration.ZERO, 0.5, false);
    double total = StartupPlan.of(spread, true, false, draw, 0.5, 0.5, 0.5, 0.5, 0.5).total().toMillis() / 1000.0;
    assertEquals(seconds, total, 0.1);
  }

  @Test
  void refusesToSpreadWithoutDraws() {
    StartupProfile spread = new StartupProfile(
        Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO,
        Duration.ZERO, 0.5, false);
    assertThrows(IllegalArgumentException.class, () -> StartupPlan.of(spread, true, false));
  }

  private static double totalSeconds(String id) {
    StartupProfile profile = StartupProfiles.byId(id).orElseThrow();
    return StartupPlan.of(profile, true, false).total().toMillis() / 1000.0;
  }

  private static List<String> told(StartupPlan plan) {
    return plan.steps().stream()
        .map(s -> s.stage() + " " + s.start().toSeconds() + "+" + s.lasts().toSeconds())
        .toList();
  }
}
