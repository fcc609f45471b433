package io.sagescale;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream that remembers why writing to it failed, which a {@code PrintStream} around it does not tell. */
final class Outlet extends OutputStream {
  private final OutputStream stream;
  private @Nullable IOException failure;

  Outlet(OutputStream stream) {
    this.stream = stream;
  }

  /** The first failure that is not merely a reader gone away, as {@code head} goes; null for none. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      stream.write(bytes, from, length);
    } catch (IOException e) {
      boolean isReaderGone = String.valueOf(e.getMessage()).contains("Broken pipe");
      if (failure == null && !isReaderGone) {
        failure = e;
      }
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }
}
