package io.sagescale.simulate;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What the first bytes of a file say that it is. */
final class Magic {
  private static final int GZIP_BUFFER = 1 << 15;

  private Magic() {}

  /** The stream itself, or what is in it when it is gzip; several gzip members one after another read as one. */
  static InputStream decompressed(InputStream in, String name) throws IOException {
    in.mark(2);
    boolean isGzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    if (!isGzip) {
      return in;
    }
    try {
      return new WholeGzip(new NeverEmpty(in));
    } catch (EOFException | ZipException e) {
      in.close();
      throw new TraceProblem(name, 1, 1, "the compressed data is broken or ends in its header",
          "Copy or download the file again.");
    }
  }

  static void refuseUnreadable(byte[] bytes, int length, String name) {
    refuse(bytes, length, name, "gzipped twice", "Decompress it once.", 0x1f, 0x8b);
    refuse(bytes, length, name, "a zip archive", "Unpack it, or give the file in it gzipped.", 'P', 'K', 3, 4);
    refuse(bytes, length, name, "compressed with zstd", "Decompress it, or gzip it.", 0x28, 0xb5, 0x2f, 0xfd);
    refuse(bytes, length, name, "compressed with xz", "Decompress it, or gzip it.", 0xfd, '7', 'z', 'X', 'Z');
    refuse(bytes, length, name, "compressed with bzip2", "Decompress it, or gzip it.", 'B', 'Z', 'h');
    refuse(bytes, length, name, "a Parquet file", "Export it as CSV.", 'P', 'A', 'R', '1');
    refuse(bytes, length, name, "UTF-16 text", "Save it as UTF-8.", 0xff, 0xfe);
    refuse(bytes, length, name, "UTF-16 text", "Save it as UTF-8.", 0xfe, 0xff);
  }

  private static void refuse(byte[] bytes, int length, String name, String what, String nextStep, int... magic) {
    if (length < magic.length) {
      return;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[i] != (byte) magic[i]) {
        return;
      }
    }
    throw new TraceProblem(name, 1, 1, "the file is " + what, nextStep);
  }

  /**
   * A stream that claims to have a byte left: {@link GZIPInputStream} looks for a further member only then, and some
   * streams answer 0 in the middle of a file.
   */
  private static final class NeverEmpty extends FilterInputStream {
    NeverEmpty(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }

  /** Gzip that refuses what follows its last member, as {@link GZIPInputStream} would pass over it; zeros may follow. */
  private static final class WholeGzip extends GZIPInputStream {
    private static final int TRAILER = 8;

    WholeGzip(InputStream in) throws IOException {
      super(in, GZIP_BUFFER);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count < 0) {
        refuseTail();
      }
      return count;
    }

    private void refuseTail() throws ZipException {
      for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
        if (buf[i] != 0) {
          throw new ZipException("something else follows it");
        }
      }
    }
  }
}
