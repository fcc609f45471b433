package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files damaged in every way a seed can think of are answered with problems, and never with a bug. */
@Timeout(60)
class DamagedFilesTest {
  private static final int SEEDS = 200;
  private static final String[] PIECES = {
    "\n", ":", "- ", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "!!x ", "---\n", "...\n", "\t", "\u0000", "\u00ff", "1e999",
    "-1", "NaN", "99999999999999999999", "null", "~", ",", ",,", "0x1F", "  ", "yes", "|\n", ">\n", "<<: *a", "\r"
  };

  private static final String POLICY = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: demo}
      spec:
        target: {endpoint: demo, variant: AllTraffic, capacity: {min: 1, max: 3}}
        policies:
          - name: concurrency
            track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: {out: 60s, in: 60s}}
        expect: {instanceType: ml.g5.2xlarge, profile: llama3-8b/g5.2xlarge/vllm}
      ---
      apiVersion: sagescale/v1
      kind: Scenario
      metadata: {name: short}
      spec:
        duration: 3m
        traffic: {synthetic: {constant: {rate: 1, for: 1m}, lengths: {input: 20, output: 20}}}
        endpoint: {copies: 1}
        seed: 7
      """;

  private static final String TRACE = "arrival_s,input_tokens,output_tokens\n"
      + IntStream.range(0, 20).mapToObj(i -> i * 0.5 + ",100,10\n").reduce("", String::concat);

  @TempDir Path folder;

  @Test
  void policyFilesAreReadOrRefused() throws IOException {
    List<String> shipped;
    try (Stream<Path> files = Files.list(Path.of("policies"))) {
      shipped = files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(DamagedFilesTest::text).toList();
    }
    copyTraces();
    int refused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Path file = Files.write(folder.resolve("p" + seed + ".yaml"), damaged(shipped.get(seed % shipped.size()), seed));
      Answer answer = Session.in(folder).run("validate", file.toString());
      assertTrue(answer.exit() == Exit.DONE || answer.exit() == Exit.PROBLEMS, answer::toString);
      assertEquals("", answer.err());
      if (answer.exit() == Exit.PROBLEMS) {
        refused++;
        String where = file + ":[0-9]+:[0-9]+: error: .+";
        assertTrue(answer.out().lines().anyMatch(line -> line.matches(where)), answer::toString);
      }
    }
    assertTrue(refused > SEEDS / 2 && refused < SEEDS, "refused " + refused + " of " + SEEDS);
  }

  @Test
  void tracesAreReadOrRefused() throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), POLICY);
    int refused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] bytes = damaged(TRACE, seed);
      Path file = Files.write(folder.resolve("t" + seed), seed % 3 == 0 ? cutGzip(bytes, seed) : bytes);
      Answer answer = Session.in(folder).run("simulate", "policy.yaml", "--trace", file.toString());
      assertTrue(answer.exit() == Exit.DONE || answer.exit() == Exit.PROBLEMS, answer::toString);
      if (answer.exit() == Exit.PROBLEMS) {
        refused++;
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith(file + ":"), answer::toString);
        assertEquals(1, answer.err().lines().count(), answer::toString);
      }
    }
    assertTrue(refused > SEEDS / 2 && refused < SEEDS, "refused " + refused + " of " + SEEDS);
  }

  /** The shipped scenarios name them; without them every file would be refused. */
  private void copyTraces() throws IOException {
    Files.createDirectory(folder.resolve("traces"));
    try (Stream<Path> files = Files.list(Path.of("policies", "traces"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve("traces").resolve(file.getFileName()));
      }
    }
  }

  private static byte[] damaged(String text, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder damaged = new StringBuilder(text);
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && damaged.length() > 2; i++) {
      int at = random.nextInt(damaged.length() - 1);
      switch (random.nextInt(5)) {
        case 0 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(20)));
        case 2 -> damaged.setCharAt(at, (char) random.nextInt(256));
        case 3 -> damaged.setLength(at);
        default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 60)));
      }
    }
    return damaged.toString().getBytes(ISO_8859_1);
  }

  private static byte[] cutGzip(byte[] bytes, int seed) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    byte[] whole = packed.toByteArray();
    return Arrays.copyOf(whole, whole.length - seed % 9);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
