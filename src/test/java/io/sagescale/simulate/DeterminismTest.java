package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same inputs and seed give the same bytes: twice in this JVM, and in others with other hash codes. */
final class DeterminismTest {
  private static final int SEEDS = 8;

  @Test
  void theSameSeedGivesTheSameJournalAndResult() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertEquals(fingerprint(seed), fingerprint(seed), "seed " + seed);
    }
  }

  @Test
  void anotherSeedGivesAnotherJournal() {
    assertNotEquals(fingerprint(0), fingerprint(1));
  }

  @Test
  void anotherJvmWithOtherHashCodesGivesTheSameJournal() throws IOException, InterruptedException {
    List<String> here = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      here.add(fingerprint(seed));
    }
    assertEquals(here, elsewhere("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-Xshare:off"));
    assertEquals(here, elsewhere("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=3", "-Xint"));
  }

  /** Prints the fingerprints of all seeds, one a line. */
  public static void main(String[] args) {
    for (long seed = 0; seed < SEEDS; seed++) {
      System.out.println(fingerprint(seed));
    }
  }

  private static List<String> elsewhere(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeterminismTest.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }

  private static String fingerprint(long seed) {
    RandomScenarios.World world = RandomScenarios.of(seed);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      RunResult result = Simulation.run(world.policies(), world.scenario(), Simulation.Progress.NONE,
          line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      digest.update(result.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
