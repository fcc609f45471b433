package io.sagescale.simulate;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * The lines of a text file as bytes, gzipped or not, without blank lines and lines that begin with {@code #}.
 *
 * <p>Skips a UTF-8 byte order mark, takes both line ends, and needs none after the last line. Memory is bounded by the
 * longest line allowed, not by the file. The bytes of a line are good until {@link #next} is called again.
 */
final class LineReader implements AutoCloseable {
  private static final int FIRST_BUFFER = 1 << 16;
  private static final int QUOTED = 40;

  /** What a file may at most hold; beyond it something else than a trace was given, or a decompression bomb. */
  record Limits(int lineBytes, int lines, long bytes) {
    /** Source: our choice; a line of a trace is under 1 KiB, ten years at 0.3 requests a second are 10^8 lines. */
    static final Limits DEFAULT = new Limits(1 << 20, 100_000_000, 16L << 30);
  }

  private final String name;
  private final Limits limits;
  private final InputStream in;
  private byte[] buffer;
  private int position;
  private int limit;
  private boolean isAtEnd;
  private long readBytes;
  private int lineNumber;
  private int from;
  private int to;

  LineReader(Traffic.Bytes source, Limits limits) {
    this.name = source.name();
    this.limits = limits;
    this.buffer = new byte[Math.min(FIRST_BUFFER, limits.lineBytes())];
    this.in = open(source);
    try {
      fill();
      skipByteOrderMark();
    } catch (TraceProblem problem) {
      close();
      throw problem;
    }
  }

  private InputStream open(Traffic.Bytes source) {
    try {
      return Magic.decompressed(new BufferedInputStream(source.open(), FIRST_BUFFER), name);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Moves to the next line that says something; false at the end. */
  boolean next() {
    while (nextLine()) {
      int first = from;
      while (first < to && isSpace(buffer[first])) {
        first++;
      }
      if (first < to && buffer[first] != '#') {
        return true;
      }
    }
    return false;
  }

  private boolean nextLine() {
    int scanned = position;
    while (true) {
      while (scanned < limit && buffer[scanned] != '\n') {
        scanned++;
      }
      if (scanned < limit) {
        take(scanned, scanned + 1);
        return true;
      }
      if (isAtEnd) {
        if (position == limit) {
          return false;
        }
        take(limit, limit);
        return true;
      }
      int ahead = scanned - position;
      makeRoom();
      fill();
      scanned = position + ahead;
    }
  }

  private void take(int end, int nextPosition) {
    from = position;
    to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    position = nextPosition;
    if (++lineNumber > limits.lines()) {
      throw problem(from, "more than " + limits.lines() + " lines", "Cut the file into smaller ones.");
    }
  }

  /** Moves the begun line to the front, and makes the buffer larger when that line fills it. */
  private void makeRoom() {
    int begun = limit - position;
    if (begun == buffer.length) {
      if (buffer.length >= limits.lineBytes()) {
        throw new TraceProblem(name, lineNumber + 1, 1, "the line is longer than " + limits.lineBytes() + " bytes",
            "Give a text file with one request a line.");
      }
      buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, limits.lineBytes()));
    } else if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, begun);
    }
    position = 0;
    limit = begun;
  }

  private void fill() {
    try {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        isAtEnd = true;
        return;
      }
      limit += count;
      readBytes += count;
    } catch (EOFException e) {
      throw new TraceProblem(name, lineNumber + 1, 1, "the compressed data ends in the middle",
          "Copy or download the file again.");
    } catch (ZipException e) {
      throw new TraceProblem(name, lineNumber + 1, 1, "the compressed data is broken (" + e.getMessage() + ")",
          "Copy or download the file again.");
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (readBytes > limits.bytes()) {
      throw new TraceProblem(name, lineNumber + 1, 1, "more than " + limits.bytes() + " bytes of text",
          "Cut the file into smaller ones.");
    }
  }

  private void skipByteOrderMark() {
    while (limit < 3 && !isAtEnd) {
      fill();
    }
    Magic.refuseUnreadable(buffer, limit, name);
    if (limit >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf) {
      position = 3;
    }
  }

  byte[] bytes() {
    return buffer;
  }

  /** Index of the line's first byte in {@link #bytes}. */
  int from() {
    return from;
  }

  /** Index after the line's last byte, the line end left out. */
  int to() {
    return to;
  }

  String name() {
    return name;
  }

  /** From 1, counting the lines that were left out. */
  int lineNumber() {
    return lineNumber;
  }

  /** The bytes as a person may see them in a message: shortened, control characters as a dot. */
  String quoted(int start, int end) {
    String text = new String(buffer, start, Math.min(end - start, QUOTED), StandardCharsets.UTF_8);
    String shown = text.codePoints()
        .map(c -> Character.isISOControl(c) ? '.' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    return '"' + shown + (end - start > QUOTED ? "..." : "") + '"';
  }

  /** A problem at an index of {@link #bytes}; a line with control characters is called what it is: not text. */
  TraceProblem problem(int at, String what, String nextStep) {
    for (int i = from; i < to; i++) {
      if (buffer[i] >= 0 && buffer[i] < ' ' && buffer[i] != '\t') {
        return notText(i);
      }
    }
    return new TraceProblem(name, lineNumber, at - from + 1, what, nextStep);
  }

  private TraceProblem notText(int at) {
    return buffer[at] == '\r'
        ? new TraceProblem(name, lineNumber, at - from + 1, "a carriage return inside the line",
            "Save the file with line feeds at the line ends.")
        : new TraceProblem(name, lineNumber, at - from + 1, "byte " + buffer[at] + " is not text",
            "Give a text file with one request a line, plain or gzipped.");
  }

  private TraceProblem unreadable(IOException e) {
    String why = switch (e) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
    TraceProblem problem = new TraceProblem(name, 0, 0, "cannot be read (" + why + ")",
        "Check the path and its permissions.");
    problem.initCause(e);
    return problem;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
