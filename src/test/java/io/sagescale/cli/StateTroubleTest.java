package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sagescale.Main;
import io.sagescale.cli.Session.Answer;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.LocalEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of local engines that cannot be used: what the command line says, to whom it points, and with which exit code. */
class StateTroubleTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path temp;

  @Test
  void aNewerVersionsStateIsLeftToIt() {
    register();
    try (MVStore raw = MVStore.open(file().toString())) {
      raw.<String, String>openMap("settings").put("format", "3");
    }
    assertRefused(file() + " was written by a newer sagescale: it has format 3, and this one knows 2",
        "Use that version, or name another folder with --state.");
  }

  @Test
  void aDamagedStateIsNamedAndKept() {
    register();
    try (MVStore raw = MVStore.open(file().toString())) {
      raw.<Long, byte[]>openMap("log").put(0L, new byte[] {77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }
    assertRefused(file() + " is damaged: entry 0: an entry of the unknown kind 77",
        "Move the folder away to start afresh, or name another with --state.");
    assertTrue(Files.exists(file()));
  }

  @Test
  void aFileOfAnotherKindIsLeftAlone() throws IOException {
    Files.createDirectories(state());
    String list = "my shopping list\n".repeat(1000);
    Files.writeString(file(), list);
    assertRefused(file() + " is not a state of sagescale", "Name another folder with --state, or move the file away.");
    assertEquals(list, Files.readString(file()));
  }

  @Test
  void aFileInTheFoldersPlaceIsNamed() throws IOException {
    Files.writeString(state(), "x");
    assertRefused(state() + " cannot be written: " + state() + " is a file, not a folder",
        "Make the folder writable, or name another with --state.");
  }

  @Test
  void aFolderThatMustNotBeWrittenIsNamed() throws IOException {
    Files.createDirectories(state());
    assumeTrue(state().toFile().setWritable(false) && !Files.isWritable(state()), "this user writes wherever it likes");
    assertRefused(state().resolve("engine.lock") + " cannot be written: permission denied",
        "Make the folder writable, or name another with --state.");
  }

  /** Waits as long as a person would have to. */
  @Test
  void theHolderIsNamedWhileWaitingAndAtTheEnd() {
    String holder = "pid " + ProcessHandle.current().pid() + ", the test";
    EngineOptions held = EngineOptions.in(state(), null, line -> {}).heldBy(holder);
    try (LocalEngine _ = LocalEngine.open(held, NOON)) {
      assertEquals(new Answer(Exit.CONFIGURATION, "", """
          waiting for the state in %1$s, which is in use by %2$s
          sagescale: the state in %1$s is in use by %2$s, still after 10 s.
          Wait for it to end, talk to it with --engine URL, or name another folder with --state.
          """.formatted(state(), holder)), run("target list"));
    }
    assertEquals(new Answer(Exit.DONE, "no scalable targets\n", ""), run("target list"));
  }

  @Test
  void aFullDiskRefusesWritesAndStillReads() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash, whose ulimit keeps files from growing");
    assertEquals(new Answer(Exit.CONFIGURATION, "", """
        sagescale: the disk is full: %s cannot grow.
        Free some space, or name a folder on another disk with --state.
        """.formatted(file())), onFullDisk(REGISTER));
    register();
    assertEquals(new Answer(Exit.DONE, "llama/AllTraffic\n", ""), onFullDisk("target list -o name"));
  }

  private static final String REGISTER = "target register llama/AllTraffic --min 1 --max 4";

  private void register() {
    assertEquals(Exit.DONE, run(REGISTER).exit());
  }

  private void assertRefused(String what, String nextStep) {
    for (String line : List.of("target list", REGISTER, "application-autoscaling describe-scalable-targets --service-namespace sagemaker")) {
      assertEquals(new Answer(Exit.CONFIGURATION, "", "sagescale: " + what + ".\n" + nextStep + "\n"), run(line), line);
    }
  }

  private Answer run(String line) {
    return Session.in(temp).at(NOON).line(line + " --engine local --state " + state());
  }

  /** In a process whose files cannot grow by a byte. */
  private Answer onFullDisk(String line) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("/bin/bash", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "bash",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
        "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of((line + " --engine local --state " + state()).split(" ")));
    Process process = new ProcessBuilder(words).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out, err);
  }

  private Path state() {
    return temp.resolve("state");
  }

  private Path file() {
    return state().resolve("engine.mv");
  }
}
