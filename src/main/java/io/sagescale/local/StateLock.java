package io.sagescale.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a state folder, held by one engine at a time: {@code engine.lock}, whose text says who holds it. The
 * system takes it back when the process ends, however it ends.
 */
final class StateLock implements AutoCloseable {
  private static final String NAME = "engine.lock";
  private static final long RETRY_MILLIS = 20;

  /** Far behind the text, so that others can read who holds it where locked bytes cannot be read. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_HOLDER = 500;

  /** How long one waits in silence. Source: our choice, longer than one command takes. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits its turn.
   *
   * @param holder who asks, for others to read: {@code pid 4711, sagescale engine start}
   * @param wait how long to wait at most; zero tries once
   * @param said hears whom it waits for, once that takes long
   * @throws StateProblem when another still holds it after that time, or the folder cannot be used
   */
  static StateLock take(Path folder, String holder, Duration wait, Consumer<String> said) {
    Path file = folder.resolve(NAME);
    try {
      FileChannel channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        await(channel, folder, wait, said);
        write(channel, holder);
        return new StateLock(channel);
      } catch (Throwable e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw StateProblems.of(file, e);
    }
  }

  /** Says anew who holds it. */
  void rename(String holder) {
    try {
      write(channel, holder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Who holds the folder, or did when its process was ended without a chance to say so; empty for nobody. */
  static String holder(Path folder) {
    try {
      return Files.readString(folder.resolve(NAME)).strip();
    } catch (IOException | java.io.UncheckedIOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void await(FileChannel channel, Path folder, Duration wait, Consumer<String> said) throws IOException {
    Path file = folder.resolve(NAME);
    long begun = System.nanoTime();
    boolean isTold = false;
    while (tryLock(channel) == null) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waited.compareTo(wait) >= 0) {
        throw inUse(folder, read(file), wait);
      }
      if (!isTold && waited.compareTo(SILENCE) >= 0) {
        said.accept("waiting for the state in %s, which is in use by %s".formatted(folder, read(file)));
        isTold = true;
      }
      pause(folder, file);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // another engine of this process has it
    }
  }

  private static void pause(Path folder, Path file) throws IOException {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inUse(folder, read(file), Duration.ZERO);
    }
  }

  /** The name is for others to read and no more: on a full disk it is left out, and the state can still be read. */
  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    try {
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      if (!StateProblems.isFull(e)) {
        throw e;
      }
    }
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    return text.isEmpty() ? "another process" : text.substring(0, Math.min(text.length(), LONGEST_HOLDER));
  }

  private static StateProblem inUse(Path folder, String holder, Duration waited) {
    return new StateProblem(StateProblem.Kind.IN_USE,
        "the state in " + folder + " is in use by " + holder + (waited.isZero() ? "" : ", still after "
            + waited.toSeconds() + " s"),
        "Wait for it to end, talk to it with --engine URL, or name another folder with --state.");
  }
}
