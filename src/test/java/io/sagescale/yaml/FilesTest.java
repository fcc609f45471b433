package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that are no sound file, and files that are no sound YAML. */
class FilesTest {
  @TempDir Path folder;

  private List<String> told(Path path) {
    return new YamlFile(folder.resolve("file.yaml")).lines(PolicyFiles.read(List.of(path)).problems());
  }

  private List<String> told(byte[] bytes) throws IOException {
    return told(Files.write(folder.resolve("file.yaml"), bytes));
  }

  private List<String> told(String text) throws IOException {
    return told(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void missingFile() {
    assertEquals(List.of("none.yaml:1:1: error: there is no such file. Check the path."),
        told(folder.resolve("none.yaml")));
  }

  @Test
  void folderWithoutYaml() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(List.of("empty:1:1: error: the folder holds no *.yaml file. Name a folder with policy files."),
        told(empty));
  }

  @Test
  void folderIsReadInOrderWithAllBelow() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    Files.writeString(folder.resolve("b/c/z.yml"), "x");
    Files.writeString(folder.resolve("a.yaml"), "x");
    Files.writeString(folder.resolve("notes.txt"), "x");
    assertEquals(List.of("a.yaml", "b/c/z.yml"), told(folder).stream().map(line -> line.split(":")[0]).toList());
  }

  /** Not for the superuser, who may read everything. */
  @Test
  void unreadableFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file.yaml"), YamlFile.POLICY);
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user reads whatever there is");
    assertEquals(List.of("file.yaml:1:1: error: the file may not be read. Check its permissions."), told(file));
  }

  @Test
  void emptyFile() throws IOException {
    assertEquals(List.of("file.yaml:1:1: error: the file holds no document. Write an EndpointScaling or a Scenario."),
        told("# nothing yet\n"));
  }

  @Test
  void largeFile() throws IOException {
    assertEquals(List.of("file.yaml:1:1: error: the file is larger than 1024 KiB. Split it into several files."),
        told(new byte[SourceText.MOST_BYTES + 1]));
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    assertEquals(List.of("file.yaml:2:4: error: this byte is not UTF-8 text. Save the file as UTF-8 text; it may be binary "
        + "or compressed."), told("a: 1\nb: \u00e9".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void binary() throws IOException {
    assertEquals(List.of("file.yaml:1:4: error: the character U+0000 cannot stand in YAML. Save the file as UTF-8 text; "
        + "it may be binary or compressed."), told("a: \0"));
  }

  @Test
  void byteOrderMarkIsFine() throws IOException {
    assertEquals(List.of(), told("\uFEFF" + YamlFile.POLICY));
  }

  @Test
  void windowsLineEndsAreFine() throws IOException {
    assertEquals(List.of(), told(YamlFile.POLICY.replace("\n", "\r\n")));
  }

  @Test
  void aliasBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      String last = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [").append(String.join(", ", java.util.Collections.nCopies(10, last)))
          .append("]\n");
    }
    List<String> told = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> told(bomb.toString()));
    assertEquals(List.of("file.yaml:5:36: error: the file has more than 100000 values with its aliases written out. Remove "
        + "aliases or split the file."), told);
  }

  @Test
  void depthBomb() throws IOException {
    List<String> told = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> told("[".repeat(500_000)));
    assertEquals(List.of("file.yaml:1:33: error: the nesting is deeper than 32 levels. Remove levels."), told);
  }

  @Test
  void mappingsInKeysBomb() {
    assertTrue(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> told("? ".repeat(200_000))).size() >= 1);
  }

  @Test
  void manyProblemsAreCounted() throws IOException {
    StringBuilder text = new StringBuilder(YamlFile.POLICY);
    for (int i = 0; i < 150; i++) {
      text.append("x").append(i).append(": 1\n");
    }
    List<String> told = told(text.toString());
    assertEquals(101, told.size());
    assertEquals("file.yaml:1:1: error: 50 more problems are not shown. Mend the ones above first.", told.getLast());
  }

  @Test
  void manyDocuments() throws IOException {
    List<String> told = told("--- x\n".repeat(101));
    String bound = "file.yaml:101:1: error: the file has more than 100 documents. Split the file.";
    assertTrue(told.contains(bound), told::toString);
  }

  @Test
  void longNumbersEndSoon() throws IOException {
    String digits = "9".repeat(500_000);
    List<String> told = assertTimeoutPreemptively(Duration.ofSeconds(5),
        () -> told(YamlFile.POLICY.replace("target: 5", "target: " + digits).replace("180s", digits + "s")));
    assertEquals(2, told.size());
  }
}
