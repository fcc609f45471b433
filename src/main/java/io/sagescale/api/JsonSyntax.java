package io.sagescale.api;

import java.util.regex.Pattern;

/** Whether a text is one JSON value. Source: RFC 8259; our choice: values nest up to {@link #DEPTH_MAX} deep. */
final class JsonSyntax {
  static final int DEPTH_MAX = 64;

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private final String text;
  private int at;

  private JsonSyntax(String text) {
    this.text = text;
  }

  static boolean isJson(String text) {
    JsonSyntax reader = new JsonSyntax(text);
    return reader.value(0) && reader.at == text.length();
  }

  private boolean value(int depth) {
    skipSpace();
    boolean isValue = at < text.length() && depth <= DEPTH_MAX && switch (text.charAt(at)) {
      case '{' -> members(depth, '}', true);
      case '[' -> members(depth, ']', false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
    skipSpace();
    return isValue;
  }

  private boolean members(int depth, char end, boolean isNamed) {
    at++;
    skipSpace();
    if (takes(end)) {
      return true;
    }
    do {
      skipSpace();
      if (isNamed && !named() || !value(depth + 1)) {
        return false;
      }
    } while (takes(','));
    return takes(end);
  }

  private boolean named() {
    if (!string()) {
      return false;
    }
    skipSpace();
    return takes(':');
  }

  private boolean string() {
    if (!takes('"')) {
      return false;
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < ' ' || c == '\\' && !escape()) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    if (c != 'u') {
      return "\"\\/bfnrt".indexOf(c) >= 0;
    }
    for (int end = at + 4; at < end; at++) {
      if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean word(String word) {
    boolean isThere = text.startsWith(word, at);
    at += isThere ? word.length() : 0;
    return isThere;
  }

  private boolean number() {
    var matcher = NUMBER.matcher(text).region(at, text.length());
    boolean isThere = matcher.lookingAt();
    at = isThere ? matcher.end() : at;
    return isThere;
  }

  private boolean takes(char wanted) {
    boolean isThere = at < text.length() && text.charAt(at) == wanted;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
