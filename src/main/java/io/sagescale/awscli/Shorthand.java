package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text such as {@code Key=Value,Other=[a,b],Third={Inner=c}} as a tree of structures, lists and texts; it knows no types. A
 * value that a comma follows goes on as a list until the next {@code key=}. Source: AWS CLI User Guide, shorthand syntax.
 */
final class Shorthand {
  private static final int MOST_DEPTH = 64;
  private static final String ENDS_FIRST = "\"',]}";
  private static final String ENDS_NEXT = "\"',=";
  private static final String NEVER_FIRST = ",=[{";

  private final String text;
  private final UnaryOperator<String> file;
  private int at;
  private int depth;
  private boolean isFile;

  private Shorthand(String text, UnaryOperator<String> file) {
    this.text = text;
    this.file = file;
  }

  /**
   * Reads the whole text.
   *
   * @param file what a value written with {@code @=} stands for
   * @throws WrongInput when the text is not of this form
   */
  static ObjectNode parse(String text, UnaryOperator<String> file) {
    return new Shorthand(text, file).structure();
  }

  private ObjectNode structure() {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    while (true) {
      int start = at;
      String key = keyAndEquals();
      if (members.has(key)) {
        throw new WrongInput("Second instance of key \"" + key + "\" encountered for input:\n" + marked(start)
            + "\nThis is often because there is a preceding \",\" instead of a space.");
      }
      members.set(key, memberValue());
      if (at >= text.length()) {
        return members;
      }
      expect(',');
    }
  }

  private String keyAndEquals() {
    int start = at;
    while (at < text.length() && isOfKey(text.charAt(at))) {
      at++;
    }
    String key = text.substring(start, at);
    skipBlanks();
    isFile = at < text.length() && text.charAt(at) == '@';
    if (isFile) {
      at++;
    }
    expect('=');
    return key;
  }

  private static boolean isOfKey(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.#/:".indexOf(c) >= 0;
  }

  private JsonNode memberValue() {
    return at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '{') ? value() : listOrText();
  }

  /** {@code a}, or {@code a,b} where no {@code =} follows b. */
  private JsonNode listOrText() {
    JsonNode first = TextNode.valueOf(firstText());
    ArrayNode list = JsonNodeFactory.instance.arrayNode().add(first);
    skipBlanks();
    while (isAt(',')) {
      expect(',');
      if (at >= text.length()) {
        throw unexpected("a value");
      }
      @Nullable String next = canBegin() ? nextText() : null;
      skipBlanks();
      if (next == null || at < text.length() && !isAt(',')) {
        at = text.lastIndexOf(',', at);
        break;
      }
      list.add(next);
    }
    return list.size() == 1 ? first : list;
  }

  private JsonNode value() {
    if (++depth > MOST_DEPTH) {
      throw new WrongInput("more than " + MOST_DEPTH + " levels");
    }
    JsonNode value = switch (at < text.length() ? text.charAt(at) : 0) {
      case '[' -> list();
      case '{' -> braces();
      default -> TextNode.valueOf(firstText());
    };
    depth--;
    return value;
  }

  private ArrayNode list() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    expect('[');
    while (!isAt(']')) {
      list.add(value());
      betweenItems(']');
    }
    at++;
    return list;
  }

  private ObjectNode braces() {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    expect('{');
    while (!isAt('}')) {
      String key = keyAndEquals();
      members.set(key, value());
      betweenItems('}');
    }
    at++;
    return members;
  }

  private void betweenItems(char end) {
    skipBlanks();
    if (!isAt(end)) {
      expect(',');
    }
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private String firstText() {
    return isAtQuote() ? quoted() : canBegin() ? bare(ENDS_FIRST) : "";
  }

  /** A later text of a list without brackets. */
  private String nextText() {
    return isAtQuote() ? quoted() : bare(ENDS_NEXT);
  }

  private boolean isAtQuote() {
    return isAt('"') || isAt('\'');
  }

  private boolean canBegin() {
    return at < text.length() && (isAtQuote() || NEVER_FIRST.indexOf(text.charAt(at)) < 0 && !isBlank(text.charAt(at)));
  }

  /** At least one character, up to one of the ends; a comma after a backslash is part of it, and blanks at its end are not. */
  private String bare(String ends) {
    int start = at;
    do {
      at += text.startsWith("\\,", at) ? 2 : 1;
    } while (at < text.length() && ends.indexOf(text.charAt(at)) < 0);
    return resolved(text.substring(start, at).replace("\\,", ",").stripTrailing());
  }

  /** A text in quotes of either kind; a quote of that kind and a backslash have a backslash before them. */
  private String quoted() {
    char quote = text.charAt(at);
    int end = closing(quote);
    String inner = text.substring(at + 1, end);
    at = end + 1;
    return resolved(inner.replace("\\" + quote, String.valueOf(quote)).replace("\\\\", "\\"));
  }

  /** Where no other quote is left, the last one that has a backslash before it closes. */
  private int closing(char quote) {
    int last = -1;
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      if (text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == quote) {
        i++;
        last = i;
      }
    }
    if (last < 0) {
      throw unexpected("a closing " + quote);
    }
    return last;
  }

  private String resolved(String value) {
    return isFile ? file.apply(value) : value;
  }

  private void expect(char wanted) {
    skipBlanks();
    if (!isAt(wanted)) {
      throw unexpected(String.valueOf(wanted));
    }
    at++;
    skipBlanks();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private WrongInput unexpected(String wanted) {
    String received = at < text.length() ? text.substring(at, at + 1) : "EOF";
    return new WrongInput("Expected: '" + wanted + "', received: '" + received + "' for input:\n" + marked(at));
  }

  /** The text with a mark under a place; a text of several lines is marked after the line of the place. */
  private String marked(int place) {
    int lineStart = text.lastIndexOf('\n', place - 1) + 1;
    int lineEnd = text.indexOf('\n', place);
    String mark = "\n" + " ".repeat(place - lineStart) + "^";
    return lineEnd < 0 ? text + mark : text.substring(0, lineEnd) + mark + text.substring(lineEnd);
  }
}
