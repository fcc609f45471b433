package io.sagescale.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text that every protocol can carry: UTF-16 without halves of pairs. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  static String ofUtf8(byte[] bytes) throws Unreadable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("The body is not UTF-8");
    }
  }

  static String checked(String text) throws Unreadable {
    if (firstLoneHalf(text, 0) < 0) {
      return text;
    }
    throw new Unreadable("A text has half of a surrogate pair");
  }

  /** The text with each lone half of a pair replaced by U+FFFD. */
  static String mended(String text) {
    int at = firstLoneHalf(text, 0);
    if (at < 0) {
      return text;
    }
    var mended = new StringBuilder(text);
    for (; at >= 0; at = firstLoneHalf(text, at + 1)) {
      mended.setCharAt(at, REPLACEMENT);
    }
    return mended.toString();
  }

  /** Text for XML 1.0: escaped, and each character that XML cannot carry replaced by U+FFFD. */
  static String xml(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    mended(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#xD;");
                case '\n', '\t' -> escaped.append((char) c);
                default -> escaped.appendCodePoint(c < ' ' || c == 0xFFFE || c == 0xFFFF ? REPLACEMENT : c);
              }
            });
    return escaped.toString();
  }

  /** Text for a header: on one line, and each character that HTTP cannot carry replaced by a question mark. */
  static String header(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  private static int firstLoneHalf(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }
}
