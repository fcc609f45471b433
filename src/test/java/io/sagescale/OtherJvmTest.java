package io.sagescale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole process, started anew: other hash codes, other collection order and other threads give the same bytes. */
class OtherJvmTest {
  private static final String POLICY = "policies/llama3-8b-concurrency.yaml";

  @Test
  void oneRunIsTheSameBytesWithOtherHashCodes() throws Exception {
    String first = output(List.of(), "simulate", POLICY, "-o", "json");
    assertTrue(first.contains("\"arrived\": 19366") || first.contains("\"arrived\" : 19366"), first.substring(0, 400));
    List<String> otherwise = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2");
    assertEquals(first, output(otherwise, "simulate", POLICY, "-o", "json"));
  }

  @Test
  void seedsAreTheSameBytesWithOneThreadAndTwo() throws Exception {
    String[] line = {"simulate", "policies/llama2-7b-concurrency.yaml", "--seeds", "6", "-o", "json"};
    assertEquals(output(List.of(), with(line, "--threads", "1")), output(List.of(), with(line, "--threads", "2")));
  }

  private static String[] with(String[] line, String... more) {
    List<String> words = new ArrayList<>(List.of(line));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static String output(List<String> options, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "io.sagescale.Main"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
