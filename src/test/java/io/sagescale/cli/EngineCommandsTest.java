package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.LocalEngine;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands of a running engine, which is a process of its own here. */
class EngineCommandsTest {
  private static final Pattern URL = Pattern.compile("engine at (http://127\\.0\\.0\\.1:[0-9]+): .*\npid ([0-9]+)\n");

  @TempDir Path folder;

  @Test
  void anEngineInTheBackgroundIsAskedMovedResetAndStopped() throws Exception {
    Answer started = Session.in(folder).line("engine start --clock manual --in-memory --port 0 --detach");
    assertEquals(Exit.DONE, started.exit(), started.err());
    Matcher said = URL.matcher(started.out());
    assertTrue(said.matches(), started.out());
    ProcessHandle process = ProcessHandle.of(Long.parseLong(said.group(2))).orElseThrow();
    try {
      Session session = Session.in(folder).with("SAGESCALE_ENGINE", said.group(1));
      Answer status = session.line("engine status");
      assertTrue(status.out().startsWith("pid: " + process.pid() + "\n"), "the pid that is told is the engine's: " + status.out());
      assertTrue(status.out().contains("clock: manual\nstate: none\n"), status.out());
      assertTrue(session.line("engine status -o json").out().startsWith("{\"pid\":" + process.pid() + ","), status.out());

      assertEquals(Exit.DONE, session.line("target register llama3-8b/AllTraffic --min 1 --max 4").exit());
      Instant before = Instant.parse(session.line("engine advance 0s").out().strip());
      assertEquals(before.plusSeconds(600) + "\n", session.line("engine advance 10m").out());
      assertTrue(session.line("engine status").out().contains("targets: 1\n"));
      assertEquals(Exit.USAGE, session.line("engine reset").exit());
      assertEquals("a new engine\n", session.line("engine reset --yes").out());
      assertTrue(session.line("engine status").out().contains("targets: 0\n"));

      assertEquals("stopping\n", session.line("engine stop").out());
      process.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
      Answer gone = session.line("engine status");
      assertEquals(Exit.CONFIGURATION, gone.exit());
      assertTrue(gone.err().contains("no engine answers at " + said.group(1)), gone.err());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void takenPortIsToldWithWhatToDo() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Answer answer = Session.in(folder).line("engine start --in-memory --port " + other.getLocalPort());
      assertEquals(Exit.CONFIGURATION, answer.exit());
      assertTrue(answer.err().contains("cannot listen on 127.0.0.1 port " + other.getLocalPort()), answer.err());
      assertTrue(answer.err().contains("--port N"), answer.err());
    }
  }

  @Test
  void whoOpensTheEngineToOthersIsTold() {
    Answer answer = Session.in(folder).line("engine start --in-memory --port 0 --host 203.0.113.1"); // no address of any machine
    assertEquals(Exit.CONFIGURATION, answer.exit());
    assertTrue(answer.err().startsWith("anyone who reaches 203.0.113.1 can use this engine\n"), answer.err());
  }

  @Test
  void theEngineOfAStateIsFoundByItsFolder() throws Exception {
    Answer started = Session.in(folder).line("engine start --clock manual --port 0 --state kept --detach");
    Matcher said = URL.matcher(started.out());
    assertTrue(said.matches(), started.out() + started.err());
    ProcessHandle process = ProcessHandle.of(Long.parseLong(said.group(2))).orElseThrow();
    try {
      assertTrue(Session.in(folder).line("engine status --state kept").out().startsWith("pid: " + process.pid() + "\n"));
      Answer used = Session.in(folder).line("engine start --port 0 --state kept");
      assertTrue(used.err().contains("in use by pid " + process.pid() + ", sagescale engine start, at " + said.group(1)), used.err());
      assertEquals("stopping\n", Session.in(folder).line("engine stop --state kept").out());
      process.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
      Answer gone = Session.in(folder).line("engine status --state kept");
      assertEquals(Exit.CONFIGURATION, gone.exit());
      assertTrue(gone.err().contains("no engine serves the state in kept"), gone.err());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void stateOfAnotherIsToldWithItsHolder() {
    try (LocalEngine other = LocalEngine.open(
        EngineOptions.in(folder.resolve("s"), null, line -> { }).heldBy("pid 4711, somebody"), Instant.EPOCH)) {
      Answer answer = Session.in(folder).line("engine start --port 0 --state s");
      assertEquals(Exit.CONFIGURATION, answer.exit());
      assertTrue(answer.err().contains("in use by pid 4711, somebody"), answer.err());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      engine start --clock fast                       | --clock is one of real, manual
      engine start --clock manual --speed 60          | a manual clock has no speed
      engine start --speed 0                          | --speed must be over 0
      engine start --speed NaN                        | --speed must be over 0
      engine start --speed quick                      | is not a number
      engine start --port 70000                       | --port must be from 0 to 65535
      engine start --in-memory --state s              | is not in memory alone
      engine start --policy p.yaml                    | there is no --scenario
      engine start --log-format xml                   | --log-format is one of text, json
      engine status --engine local                    | is no running engine
      engine status --engine http://127.0.0.1:1 --state s | both say where the engine is
      engine status --engine nowhere                  | no engine is called 'nowhere'
      engine advance soon                             | is not a duration
      """)
  void wrongWordsAreToldBeforeAnythingStarts(String line, String part) {
    Answer answer = Session.in(folder).line(line);
    assertEquals(Exit.USAGE, answer.exit());
    assertTrue(answer.err().contains(part), answer.err());
  }
}
