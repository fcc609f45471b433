package io.sagescale.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Bytes of requests with something wrong in them: cut, flipped, doubled, or with what parsers stumble over. */
public final class SpoiltBytes {
  private static final List<String> POISON =
      List.of(
          "null", "[[[[[[[[", "{\"a\":".repeat(200), "[".repeat(5000), "1e999999999", "-1e400", "99999999999999999999", "1.5",
          "\"\\ud800\"", "\\u0000", "\"NaN\"", "Infinity", "\"", "}", "%", "%zz", "%ff%fe", "%ed%a0%80", "+", "&&", "=", "&a.b=1",
          ".member.", ".member.99999999999=1", ".1.1.1.1", ".".repeat(100), "\u0000", "2026-01-01", "-999999999-01-01T00:00:00Z",
          "9".repeat(3000), "true", "\ufeff", "<!DOCTYPE x>", "__type");

  private static final byte[][] BINARY_POISON = {
    {(byte) 0x9f}, {(byte) 0xbf}, {(byte) 0xff}, {(byte) 0x5f}, {(byte) 0x7f}, {(byte) 0xf6}, {(byte) 0xf7}, {(byte) 0xf9, 0x7e, 0},
    {(byte) 0x9b, 0x7f, -1, -1, -1, -1, -1, -1, -1}, {(byte) 0x7b, 0, 0, 0, 1, 0, 0, 0, 0}, {0x5a, 0x7f, -1, -1, -1},
    {(byte) 0xbb, 0x7f, -1, -1, -1, -1, -1, -1, -1}, {0x1b, -1, -1, -1, -1, -1, -1, -1, -1}, {0x3b, -1, -1, -1, -1, -1, -1, -1, -1},
    {(byte) 0xc2, 0x58, 100}, {(byte) 0xc1}, {(byte) 0xc4, (byte) 0x82, 0x1a, 0x3b, -1, -1, -1, 1}, {(byte) 0xd9, 1, 0},
    {(byte) 0xd8, 25, 0}, {(byte) 0xfc}, {0x62, (byte) 0xc3, 0x28}, {0x63, (byte) 0xed, (byte) 0xa0, (byte) 0x80}
  };

  private SpoiltBytes() {}

  /** The bytes with one thing wrong. */
  public static byte[] once(byte[] body, boolean isBinary, SplittableRandom random) {
    int at = random.nextInt(body.length + 1);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> {
        byte[] flipped = body.clone();
        if (at < body.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      case 2 -> replaced(body, at, Math.min(body.length, at + random.nextInt(8)), new byte[0]);
      case 3 -> {
        byte[] noise = new byte[1 + random.nextInt(12)];
        random.nextBytes(noise);
        yield replaced(body, at, at, noise);
      }
      case 4 -> replaced(body, at, at, Arrays.copyOfRange(body, at, Math.min(body.length, at + random.nextInt(80))));
      default -> {
        byte[] poison =
            isBinary && random.nextBoolean()
                ? BINARY_POISON[random.nextInt(BINARY_POISON.length)]
                : POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8);
        yield replaced(body, at, Math.min(body.length, at + random.nextInt(4)), poison);
      }
    };
  }

  private static byte[] replaced(byte[] body, int from, int to, byte[] by) {
    var out = new ByteArrayOutputStream();
    out.write(body, 0, from);
    out.writeBytes(by);
    out.write(body, to, body.length - to);
    return out.toByteArray();
  }

  public static byte[] gzipped(byte[] body) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
