package io.sagescale.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads {@code application/x-www-form-urlencoded}: names and values, percent-escaped UTF-8. */
final class Form {
  private static final int MOST_STEPS = 32;

  private Form() {}

  static FormItem read(String... texts) throws Unreadable {
    var form = new FormItem();
    for (String text : texts) {
      for (int from = 0; from < text.length(); ) {
        int and = text.indexOf('&', from);
        int to = and < 0 ? text.length() : and;
        readParameter(text.substring(from, to), form);
        from = to + 1;
      }
    }
    return form;
  }

  private static void readParameter(String text, FormItem form) throws Unreadable {
    if (text.isEmpty()) {
      return;
    }
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? "" : text.substring(equals + 1);
    form.put(unescaped(name), unescaped(value), MOST_STEPS);
  }

  static String unescaped(String text) throws Unreadable {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        out.write(hex(bytes, i + 1) << 4 | hex(bytes, i + 2));
        i += 2;
      } else {
        out.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return Texts.ofUtf8(out.toByteArray());
  }

  private static int hex(byte[] bytes, int at) throws Unreadable {
    int digit = at < bytes.length ? Character.digit((char) bytes[at], 16) : -1;
    if (digit < 0) {
      throw new Unreadable("A percent sign must be followed by two hexadecimal digits");
    }
    return digit;
  }
}
