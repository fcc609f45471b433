package io.sagescale.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks request bodies. */
final class Bodies {
  /** The most bytes of a body, unpacked. Source: our choice, four times the 1 MB that CloudWatch takes. */
  static final int MOST_BYTES = 4 << 20;

  private Bodies() {}

  /** The body without its {@code Content-Encoding}. */
  static byte[] unpacked(HttpQuestion question) throws Unreadable {
    byte[] body = question.body();
    @Nullable String header = question.header("Content-Encoding");
    String encoding = header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> bounded(body);
      case "gzip", "x-gzip" -> bounded(gunzipped(body));
      default -> throw new Unreadable("Content-Encoding must be gzip");
    };
  }

  private static byte[] gunzipped(byte[] body) throws Unreadable {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new Unreadable("The body is not gzip");
    }
  }

  static byte[] bounded(byte[] body) throws Unreadable {
    if (body.length > MOST_BYTES) {
      throw new Unreadable("The body has more than " + MOST_BYTES + " bytes");
    }
    return body;
  }
}
