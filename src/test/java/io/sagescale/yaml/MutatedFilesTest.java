package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shipped files with seeded damage: never anything but documents and problems, and soon. */
class MutatedFilesTest {
  private static final int SEEDS = 60;
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final String[] PIECES = {
      "\t", ":", "- ", "{", "}", "[", "]", "&a ", "*a", "!!int ", "? ", "|", ">", "'", "\"", "%", "@", "#", "---\n", "...\n",
      "NaN", "-1", "1e999", "99999999999999999999", "null", "~", "<<: ", "\0", "\u2028", "\uFEFF", "\uD83D\uDE00"};

  @TempDir Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("policies"))) {
      return tree.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void damageIsToldAndNothingElseHappens(Path file) throws IOException {
    byte[] sound = Files.readAllBytes(file);
    for (int seed = 0; seed < SEEDS; seed++) {
      Path damaged = Files.write(folder.resolve("damaged.yaml"), damaged(sound, new Random(seed)));
      int at = seed;
      Documents read = assertTimeoutPreemptively(Duration.ofSeconds(5),
          () -> assertDoesNotThrow(() -> PolicyFiles.check(List.of(damaged), MONDAY), () -> "seed " + at), () -> "seed " + at);
      for (Problem problem : read.problems()) {
        assertTrue(problem.line() >= 1 && problem.column() >= 1, problem::toString);
        assertEquals(1, problem.toString().lines().count(), problem::toString);
      }
      assertDoesNotThrow(() -> PolicyFiles.runs(List.of(damaged), null, null), () -> "seed " + at);
    }
  }

  @Test
  void thereAreOverFiveHundredDamagedFilesAndMostAreRefused() throws IOException {
    int refused = 0;
    for (Path file : files()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Path damaged = Files.write(folder.resolve("damaged.yaml"), damaged(Files.readAllBytes(file), new Random(seed)));
        refused += PolicyFiles.read(List.of(damaged)).hasErrors() ? 1 : 0;
      }
    }
    assertTrue(files().size() * SEEDS >= 500, () -> "only a few files");
    assertTrue(refused > files().size() * SEEDS / 2, "refused " + refused);
  }

  private static byte[] damaged(byte[] sound, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> java.util.Arrays.copyOf(sound, random.nextInt(sound.length));
      case 1 -> withByte(sound, random);
      case 2, 3 -> withPiece(sound, random);
      case 4 -> withLines(sound, random, true);
      default -> withLines(sound, random, false);
    };
  }

  private static byte[] withByte(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] withPiece(byte[] sound, Random random) {
    int at = random.nextInt(sound.length);
    var out = new ByteArrayOutputStream();
    out.write(sound, 0, at);
    out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
    int after = at + random.nextInt(Math.min(12, sound.length - at));
    out.write(sound, after, sound.length - after);
    return out.toByteArray();
  }

  private static byte[] withLines(byte[] sound, Random random, boolean isShuffled) {
    List<String> lines = new ArrayList<>(new String(sound, StandardCharsets.UTF_8).lines().toList());
    if (isShuffled) {
      int from = random.nextInt(lines.size());
      Collections.shuffle(lines.subList(from, Math.min(lines.size(), from + 4)), random);
    } else if (random.nextBoolean()) {
      lines.remove(random.nextInt(lines.size()));
    } else {
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
