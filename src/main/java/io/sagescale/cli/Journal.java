package io.sagescale.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that takes the facts of a run, one a line, or nothing at all. */
final class Journal implements Consumer<String>, AutoCloseable {
  private final @Nullable Path file;
  private final @Nullable BufferedWriter writer;

  private Journal(@Nullable Path file, @Nullable BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens the file for writing; what was in it is lost. Refuses folders, folders that are not there, and the inputs.
   *
   * @param file null for no journal
   */
  static Journal to(@Nullable Path file, List<Path> inputs) {
    if (file == null) {
      return new Journal(null, null);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw Refusal.usage("--journal " + file + " is a folder", "Name a file in it");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw Refusal.usage("--journal " + file + ": there is no folder " + folder, "Create the folder first");
    }
    try {
      for (Path input : inputs) {
        if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
          throw Refusal.usage("--journal " + file + " would overwrite an input of the run", "Name another file");
        }
      }
      return new Journal(file, Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw Refusal.usage("--journal " + file + " cannot be written: " + reason(e), "Name a file that you may write");
    }
  }

  /** Null when nothing is to be written, so that no line is made in vain. */
  @Nullable Consumer<String> orNull() {
    return writer == null ? null : this;
  }

  @Override
  public void accept(String fact) {
    if (writer != null) {
      try {
        writer.write(fact);
        writer.write('\n');
      } catch (IOException e) {
        throw lost(e);
      }
    }
  }

  @Override
  public void close() {
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        throw lost(e);
      }
    }
  }

  private Refusal lost(IOException e) {
    return Refusal.failed("the journal " + file + " could not be written to its end: " + reason(e),
        "Make room on the disk, or leave out --journal");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException nowhere -> "it cannot be made there";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
