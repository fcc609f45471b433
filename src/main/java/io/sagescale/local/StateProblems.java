package io.sagescale.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NotDirectoryException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a state folder, told from the exception of the store or the file system. */
final class StateProblems {
  private StateProblems() {}

  static StateProblem of(Path file, MVStoreException e) {
    StateProblem full = fromCauses(file, e);
    if (full != null) {
      return full;
    }
    return switch (e.getErrorCode()) {
      case DataUtils.ERROR_UNSUPPORTED_FORMAT -> newer(file, "a file format of a later store", e);
      case DataUtils.ERROR_FILE_CORRUPT -> notAStore(file, e);
      case DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED -> notWritable(file, e);
      default -> new StateProblem(StateProblem.Kind.DAMAGED, file + " cannot be read: " + e.getMessage(),
          "Move the folder away to start afresh, or name another with --state.", e);
    };
  }

  static StateProblem of(Path file, IOException e) {
    StateProblem known = fromCauses(file, e);
    return known == null ? notWritable(file, e) : known;
  }

  static StateProblem notAStore(Path file, @Nullable Throwable e) {
    String what = file + " is not a state of sagescale";
    String next = "Name another folder with --state, or move the file away.";
    return e == null ? new StateProblem(StateProblem.Kind.NOT_A_STORE, what, next)
        : new StateProblem(StateProblem.Kind.NOT_A_STORE, what, next, e);
  }

  static StateProblem newer(Path file, String what, @Nullable Throwable e) {
    String text = file + " was written by a newer sagescale: it has " + what;
    String next = "Use that version, or name another folder with --state.";
    return e == null ? new StateProblem(StateProblem.Kind.NEWER, text, next)
        : new StateProblem(StateProblem.Kind.NEWER, text, next, e);
  }

  static StateProblem older(Path file, String what) {
    return new StateProblem(StateProblem.Kind.OLDER, file + " was written by an older sagescale: it has " + what,
        "Move the folder away to start afresh, or name another with --state.");
  }

  static StateProblem otherWorld(Path folder) {
    return new StateProblem(StateProblem.Kind.OTHER_WORLD,
        "the state in " + folder + " began in another world than the scenario's, with its own endpoint, delays and seed",
        "Name a new folder with --state, or add --in-memory.");
  }

  private static StateProblem notWritable(Path file, Throwable e) {
    return new StateProblem(StateProblem.Kind.NOT_WRITABLE, file + " cannot be written: " + reason(e),
        "Make the folder writable, or name another with --state.", e);
  }

  /** Whether that is how this system says that a file cannot grow. */
  static boolean isFull(Throwable e) {
    String message = lowered(e);
    return message.contains("no space left") || message.contains("disk quota") || message.contains("not enough space")
        || message.contains("file too large");
  }

  private static String lowered(Throwable e) {
    return e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
  }

  private static @Nullable StateProblem fromCauses(Path file, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = lowered(cause);
      if (isFull(cause)) {
        return new StateProblem(StateProblem.Kind.NO_SPACE, "the disk is full: " + file + " cannot grow",
            "Free some space, or name a folder on another disk with --state.", e);
      }
      if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException
          || cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException
          || message.contains("read-only") || message.contains("permission denied")) {
        return notWritable(file, cause);
      }
    }
    return null;
  }

  private static String reason(Throwable e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> exists.getFile() + " is a file, not a folder";
      case NotDirectoryException no -> no.getFile() + " is not a folder";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
