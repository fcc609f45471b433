package io.sagescale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell script that starts the distribution, with a runtime in its place that says what it was asked. */
class LauncherTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir
  private Path folder;

  private Path home;
  private final Map<String, String> variables = new TreeMap<>();

  @BeforeEach
  void makeDistribution() throws Exception {
    home = folder.resolve("a folder");
    program("runtime/bin/java", "#!/bin/sh\necho pid $$\nenv\nfor word; do printf '[%s]\\n' \"$word\"; done\n");
    program("bin/sagescale", Files.readString(Path.of("src/main/dist/sagescale")).replace("@version@", "1.2.3"));
    for (String file : List.of("sagescale.jar", "sagescale.aot", "local.aot", "scaling.aot", "aws.aot")) {
      Files.createDirectories(home.resolve("lib"));
      Files.writeString(home.resolve("lib").resolve(file), "");
      Files.setLastModifiedTime(home.resolve("lib").resolve(file), FileTime.from(BUILT));
    }
  }

  @ParameterizedTest
  @CsvSource({
      "simulate policy.yaml,                 sagescale, '',       512m",
      "validate policies/,                   sagescale, C1,       512m",
      "--help,                               sagescale, C1,       512m",
      "engine start --port 0,                local,     '',       1g",
      "engine status,                        local,     C1,       512m",
      "target list,                          scaling,   C1,       512m",
      "target list --help,                   sagescale, C1,       512m",
      "target list --engine local,           local,     C1,       512m",
      "target list --engine=local -o json,   local,     C1,       512m",
      "target list --engine http://localhost:1, scaling, C1,      512m",
      "alarm list,                           aws,       C1,       512m",
      "cloudwatch describe-alarms,           aws,       C1,       512m"})
  void startsEachCommandAsSuitsIt(String line, String cache, String tier, String heap) throws Exception {
    String asked = run(home.resolve("bin/sagescale").toString(), line.split(" "));
    assertTrue(asked.contains("/lib/" + cache + ".aot]"), asked);
    assertEquals(tier.equals("C1"), asked.contains("[-XX:TieredStopAtLevel=1]"), asked);
    assertTrue(asked.contains("[-Xmx" + heap + "]"), asked);
    assertTrue(asked.endsWith("[io.sagescale.Main]\n[" + line.replace(" ", "]\n[") + "]\n"), asked);
  }

  @Test
  void variableForTheEngineInsideTakesItsCache() throws Exception {
    variables.put("SAGESCALE_ENGINE", "local");
    assertTrue(run(home.resolve("bin/sagescale").toString(), "target", "list").contains("/lib/local.aot]"));
  }

  @Test
  void wordsReachTheProgramWhole() throws Exception {
    String asked = run(home.resolve("bin/sagescale").toString(), "validate", "a b", "", "*", "$HOME", "it's");
    assertTrue(asked.endsWith("[validate]\n[a b]\n[]\n[*]\n[$HOME]\n[it's]\n"), asked);
  }

  @Test
  void answersForItsVersionWithoutARuntime() throws Exception {
    Files.delete(home.resolve("runtime/bin/java"));
    assertEquals("sagescale 1.2.3\n", run(home.resolve("bin/sagescale").toString(), "--version"));
  }

  @Test
  void isFoundThroughLinksAndThePath() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("first"), home.resolve("bin/sagescale"));
    Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
    assertTrue(run(links.resolve("second").toString(), "validate").contains("[io.sagescale.Main]"));
    variables.put("PATH", links + ":" + System.getenv("PATH"));
    assertTrue(run("/bin/sh", "-c", "second validate").contains("[io.sagescale.Main]"));
    assertTrue(run("/bin/sh", "-c", "cd links && ./first validate").contains("[io.sagescale.Main]"));
  }

  @Test
  void cacheOlderThanTheProgramIsLeftOut() throws Exception {
    Files.setLastModifiedTime(home.resolve("lib/sagescale.jar"), FileTime.from(BUILT.plusSeconds(60)));
    assertFalse(run(home.resolve("bin/sagescale").toString(), "validate", "x").contains("AOTCache"));
  }

  @Test
  void cacheThatIsGoneIsLeftOut() throws Exception {
    Files.delete(home.resolve("lib/sagescale.aot"));
    assertFalse(run(home.resolve("bin/sagescale").toString(), "validate", "x").contains("AOTCache"));
  }

  @Test
  void optionsForOtherJvmsStayOutAndOursComeIn() throws Exception {
    variables.put("JAVA_TOOL_OPTIONS", "-Xmx40g");
    variables.put("JDK_JAVA_OPTIONS", "-verbose");
    variables.put("SAGESCALE_JAVA_OPTIONS", "-Da=1 -Db=2");
    String asked = run(home.resolve("bin/sagescale").toString(), "validate", "x");
    assertFalse(asked.contains("JAVA_TOOL_OPTIONS=") || asked.contains("JDK_JAVA_OPTIONS="), asked);
    assertTrue(asked.contains("[-Da=1]\n[-Db=2]\n"), asked);
  }

  @Test
  void processIsTheRuntimeItself() throws Exception {
    Process process = start(home.resolve("bin/sagescale").toString(), "validate", "x");
    assertTrue(new String(process.getInputStream().readAllBytes(), UTF_8).startsWith("pid " + process.pid() + "\n"));
  }

  @Test
  void needsNoHome() throws Exception {
    assertTrue(run("/usr/bin/env", "-i", home.resolve("bin/sagescale").toString(), "validate", "x").contains("[validate]"));
  }

  private String run(String program, String... words) throws Exception {
    Process process = start(program, words);
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(10, SECONDS), program);
    assertEquals(0, process.exitValue(), said);
    return said;
  }

  private Process start(String program, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SAGESCALE_"));
    builder.environment().putAll(variables);
    return builder.start();
  }

  private void program(String path, String text) throws Exception {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
