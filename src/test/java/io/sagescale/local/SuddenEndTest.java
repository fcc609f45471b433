package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sagescale.model.ResourceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end in the middle of writing: by kill -9, at the end of the disk, and two at once. */
class SuddenEndTest {
  private static final ResourceId LLAMA = new ResourceId.Variant("llama", "AllTraffic");

  /** Rounds of killing; {@code -Dsagescale.kills=200} for more than the suite has time for. */
  private static final int KILLS = Integer.getInteger("sagescale.kills", 4);

  private static final int MOST_WRITES = 400;
  private static final int ENDLESS = 1_000_000;

  @TempDir Path temp;

  @Test
  void killedWritersLoseNothingThatWasAcknowledged() throws IOException, InterruptedException {
    Random random = new Random(7);
    Path state = temp.resolve("state");
    int known = 0;
    for (int round = 0; round < KILLS; round++) {
      Process writer = writer(List.of(), state, known + 1, ENDLESS);
      int acknowledged = killAfter(writer, known, random.nextInt(MOST_WRITES));
      known = maximum(state);
      assertTrue(known == acknowledged || known == acknowledged + 1,
          "round %d: %d was acknowledged last, and %d is there".formatted(round, acknowledged, known));
    }
  }

  @Test
  void fullDiskKeepsWhatWasAcknowledgedAndSaysSo() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash, whose ulimit keeps files from growing");
    Path state = temp.resolve("state");
    List<String> said = new ArrayList<>();
    Process writer = writer(List.of("/bin/bash", "-c", "trap '' XFSZ; ulimit -f 512; exec \"$@\"", "bash"), state, 1, ENDLESS);
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(said::add);
    }
    assertEquals(0, writer.waitFor());
    String last = said.removeLast();
    assertEquals("NO_SPACE: the disk is full: " + state.resolve(EngineStore.FILE) + " cannot grow", last);
    int acknowledged = Integer.parseInt(said.getLast());
    int there = maximum(state);
    assertTrue(there == acknowledged || there == acknowledged + 1, acknowledged + " and " + there);
  }

  @Test
  void twoWritersWriteInTurn() throws IOException, InterruptedException {
    Path state = temp.resolve("state");
    Process one = writer(List.of(), state, 1, 50);
    Process other = writer(List.of(), state, 1001, 50);
    assertEquals(50, said(one).size());
    assertEquals(50, said(other).size());
    assertTrue(List.of(50, 1050).contains(maximum(state)));
    try (EngineStore store = EngineStore.open(state, new EngineStore.Origin(EndlessWriter.START, ModelledWorld.STANDARD,
        io.sagescale.api.Account.DEFAULT), "", Duration.ZERO, line -> {})) {
      List<LogEntry> entries = new ArrayList<>();
      store.forEach(entries::add);
      assertEquals(100, entries.size());
    }
  }

  private static List<String> said(Process writer) throws IOException, InterruptedException {
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      List<String> said = lines.lines().toList();
      assertEquals(0, writer.waitFor(), said.toString());
      return said;
    }
  }

  /** Kills the process once it has acknowledged so many writes; returns the last that it did. */
  private static int killAfter(Process writer, int before, int writes) throws IOException, InterruptedException {
    int last = before;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = Integer.parseInt(line);
        if (last >= before + writes) {
          writer.toHandle().destroyForcibly(); // not by the process, which would close what it still said
        }
      }
    } finally {
      writer.toHandle().destroyForcibly();
    }
    assertEquals(128 + 9, writer.waitFor(), "it was killed, and did not end by itself");
    return last;
  }

  private static int maximum(Path state) {
    try (LocalEngine engine = EndlessWriter.open(state, Duration.ofSeconds(10))) {
      return engine.engine().scaling().target(LLAMA).map(it -> it.range().max()).orElse(0);
    }
  }

  private static Process writer(List<String> before, Path state, int first, int most) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("java.class.path"), EndlessWriter.class.getName(), state.toString(), Integer.toString(first),
        Integer.toString(most)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
