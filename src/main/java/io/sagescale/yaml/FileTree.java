package io.sagescale.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files that some paths stand for. */
final class FileTree {
  /** Most files below one folder. Source: our choice, so that naming the root folder by mistake ends soon. */
  private static final int MOST_FILES = 1000;

  private static final int MOST_DEPTH = 16;

  private FileTree() {}

  /** Files as named, folders as their {@code *.yaml} and {@code *.yml} sorted; links to folders are not followed. */
  static List<Path> files(List<Path> paths, List<Problem> problems) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
      } else {
        files.addAll(below(path, problems));
      }
    }
    return files.stream().distinct().toList();
  }

  private static List<Path> below(Path folder, List<Problem> problems) {
    try (Stream<Path> tree = Files.walk(folder, MOST_DEPTH)) {
      List<Path> found = tree.filter(FileTree::isYaml).limit(MOST_FILES + 1L).sorted().toList();
      if (found.isEmpty()) {
        problems.add(error(folder, "the folder holds no *.yaml file", "Name a folder with policy files"));
      } else if (found.size() > MOST_FILES) {
        problems.add(error(folder, "the folder holds more than " + MOST_FILES + " *.yaml files", "Name a smaller folder"));
        return List.of();
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      problems.add(error(folder, "the folder cannot be read: " + e.getMessage(), "Check its permissions"));
      return List.of();
    }
  }

  private static boolean isYaml(Path path) {
    String name = String.valueOf(path.getFileName());
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
  }

  private static Problem error(Path folder, String what, String nextStep) {
    return new Problem(folder.toString(), 1, 1, Problem.Severity.ERROR, what, nextStep);
  }
}
