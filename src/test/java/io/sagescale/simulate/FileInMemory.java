package io.sagescale.simulate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A file for tests, which knows how often it is open. */
final class FileInMemory implements Traffic.Bytes {
  private final byte[] content;
  private int openStreams;

  private FileInMemory(byte[] content) {
    this.content = content;
  }

  static FileInMemory of(byte[] content) {
    return new FileInMemory(content);
  }

  static FileInMemory of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzipped(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  int openStreams() {
    return openStreams;
  }

  @Override
  public String name() {
    return "t.csv";
  }

  @Override
  public InputStream open() {
    openStreams++;
    return new FilterInputStream(new ByteArrayInputStream(content)) {
      private boolean isClosed;

      @Override
      public int available() {
        return 0;
      }

      @Override
      public void close() throws IOException {
        openStreams -= isClosed ? 0 : 1;
        isClosed = true;
        super.close();
      }
    };
  }
}
