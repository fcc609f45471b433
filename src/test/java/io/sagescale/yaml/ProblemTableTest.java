package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One slip in a sound file, and exactly what a person is told: problems.txt, whose rows read {@code P => from => to}. */
class ProblemTableTest {
  @TempDir Path folder;

  record Slip(String from, String to, List<String> told, boolean isPolicy) {
    @Override
    public String toString() {
      return from + " => " + to;
    }

    String file() {
      String base = isPolicy ? YamlFile.POLICY : YamlFile.SCENARIO;
      assertTrue(base.contains(from), () -> "the sound file holds no " + from);
      return base.replace(from, to);
    }
  }

  static List<Slip> slips() throws IOException {
    List<Slip> slips = new ArrayList<>();
    try (var in = ProblemTableTest.class.getResourceAsStream("problems.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith(" ")) {
          slips.getLast().told().add("file.yaml:" + line.strip());
        } else {
          String[] row = line.replace("\\n", "\n").replace("\\t", "\t").split(" => ", -1);
          slips.add(new Slip(row[1], row[2], new ArrayList<>(), row[0].equals("P")));
        }
      }
    }
    return slips;
  }

  @ParameterizedTest
  @MethodSource("slips")
  void tellsWhereAndWhat(Slip slip) throws IOException {
    List<String> told = YamlFile.of(folder, slip.file()).problems();
    assertEquals(slip.told(), told.stream().map(line -> line.replace("\t", "\\t")).toList());
  }

  @Test
  void theFilesWithoutASlipAreSound() throws IOException {
    assertEquals(List.of(), YamlFile.of(folder, YamlFile.POLICY).problems());
    assertEquals(List.of(), YamlFile.of(folder, YamlFile.SCENARIO).problems());
  }

  @Test
  void severalSlipsAreAllTold() throws IOException {
    String text = YamlFile.POLICY.replace("max: 4", "max: 0").replace("target: 5", "target: x").replace("8 USD", "8");
    List<String> told = YamlFile.of(folder, text).problems();
    assertEquals(List.of("file.yaml:7:29", "file.yaml:11:59", "file.yaml:21:98"),
        told.stream().map(line -> line.substring(0, line.indexOf(": "))).toList());
  }
}
