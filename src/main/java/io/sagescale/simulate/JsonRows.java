package io.sagescale.simulate;

import java.nio.charset.StandardCharsets;

/**
 * Requests in JSON lines, one object each, of which three numbers are read and the rest is skipped.
 *
 * <p>Strict about the shape of JSON (quotes, commas, nesting, numbers); strings are passed over without decoding.
 */
final class JsonRows extends RowParser {
  /** Source: our choice; trace lines known nest two deep. */
  private static final int DEEPEST = 64;
  private static final String SHAPE_STEP =
      "Write one JSON object a line: {\"timestamp\": 0, \"input_length\": 100, \"output_length\": 20}.";

  private final NumberColumn arrivals = millis(TraceFormat.MOONCAKE.arrival());
  private final NumberColumn inputs = tokens(TraceFormat.MOONCAKE.input());
  private final NumberColumn outputs = tokens(TraceFormat.MOONCAKE.output());
  private final byte[] arrivalKey = key(TraceFormat.MOONCAKE.arrival());
  private final byte[] inputKey = key(TraceFormat.MOONCAKE.input());
  private final byte[] outputKey = key(TraceFormat.MOONCAKE.output());
  private byte[] bytes = new byte[0];
  private int at;
  private int to;
  private int depth;

  /** One bit for each level that is open, the innermost lowest: 1 for an object, 0 for a list. */
  private long openObjects;

  private static byte[] key(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  void parse(LineReader line) {
    bytes = line.bytes();
    at = line.from();
    to = line.to();
    arrivalNanos = -1;
    inputTokens = -1;
    outputTokens = -1;
    skipSpaces();
    if (at == to || bytes[at] != '{') {
      throw line.problem(at, "not a JSON object, as the lines before it are", SHAPE_STEP);
    }
    members(line);
    skipSpaces();
    if (at != to) {
      throw line.problem(at, "text after the JSON object", SHAPE_STEP);
    }
    require(line, arrivalNanos, TraceFormat.MOONCAKE.arrival());
    require(line, inputTokens, TraceFormat.MOONCAKE.input());
    require(line, outputTokens, TraceFormat.MOONCAKE.output());
  }

  private static void require(LineReader line, long value, String key) {
    if (value < 0) {
      throw line.problem(line.from(), "key \"" + key + "\" is missing", SHAPE_STEP);
    }
  }

  private void members(LineReader line) {
    at++;
    skipSpaces();
    if (at < to && bytes[at] == '}') {
      at++;
      return;
    }
    while (true) {
      skipSpaces();
      int keyFrom = at + 1;
      string(line);
      int keyTo = at - 1;
      skipSpaces();
      expect(line, ':');
      skipSpaces();
      member(line, keyFrom, keyTo);
      skipSpaces();
      if (at < to && bytes[at] == '}') {
        at++;
        return;
      }
      expect(line, ',');
    }
  }

  private void member(LineReader line, int keyFrom, int keyTo) {
    int start = at;
    if (matches(arrivalKey, keyFrom, keyTo)) {
      refuseTwice(line, keyFrom, arrivalNanos);
      arrivalAt = start;
      arrivalNanos = arrivals.parse(line, start, number(line));
    } else if (matches(inputKey, keyFrom, keyTo)) {
      refuseTwice(line, keyFrom, inputTokens);
      inputTokens = (int) inputs.parse(line, start, number(line));
    } else if (matches(outputKey, keyFrom, keyTo)) {
      refuseTwice(line, keyFrom, outputTokens);
      outputTokens = (int) outputs.parse(line, start, number(line));
    } else {
      value(line);
    }
  }

  private static void refuseTwice(LineReader line, int keyFrom, long before) {
    if (before >= 0) {
      throw line.problem(keyFrom - 1, "the key comes twice", "Keep one of them.");
    }
  }

  private boolean matches(byte[] key, int from, int end) {
    if (end - from != key.length) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (bytes[from + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  /** Passes a value of any kind. Lists and objects are walked without recursion; what is open is noted bit by bit. */
  private void value(LineReader line) {
    depth = 0;
    do {
      skipSpaces();
      if (isOpening()) {
        push(line);
        if (!isClosing()) {
          memberKey(line);
          continue;
        }
      } else {
        scalar(line);
      }
      while (depth > 0 && isClosing()) {
        pop();
      }
      if (depth > 0) {
        expect(line, ',');
        memberKey(line);
      }
    } while (depth > 0);
  }

  private boolean isOpening() {
    return at < to && (bytes[at] == '{' || bytes[at] == '[');
  }

  private boolean isClosing() {
    skipSpaces();
    return at < to && bytes[at] == (isInObject() ? '}' : ']');
  }

  private boolean isInObject() {
    return (openObjects & 1) == 1;
  }

  private void push(LineReader line) {
    if (depth == DEEPEST) {
      throw line.problem(at, "nested deeper than " + DEEPEST, SHAPE_STEP);
    }
    openObjects = (openObjects << 1) | (bytes[at] == '{' ? 1 : 0);
    depth++;
    at++;
  }

  private void pop() {
    openObjects >>>= 1;
    depth--;
    at++;
  }

  /** The key before the next value, in an object. */
  private void memberKey(LineReader line) {
    if (isInObject()) {
      skipSpaces();
      string(line);
      skipSpaces();
      expect(line, ':');
    }
  }

  private void scalar(LineReader line) {
    switch (at < to ? bytes[at] : 0) {
      case '"' -> string(line);
      case 't' -> word(line, "true");
      case 'f' -> word(line, "false");
      case 'n' -> word(line, "null");
      default -> number(line);
    }
  }

  private void word(LineReader line, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at >= to || bytes[at] != word.charAt(i)) {
        throw broken(line);
      }
      at++;
    }
  }

  private void string(LineReader line) {
    expect(line, '"');
    while (at < to && bytes[at] != '"') {
      if (bytes[at] >= 0 && bytes[at] < ' ') {
        throw broken(line);
      }
      at += bytes[at] == '\\' ? 2 : 1;
    }
    expect(line, '"');
  }

  /** Passes a number by JSON's grammar; returns the index after it. */
  private int number(LineReader line) {
    if (at < to && bytes[at] == '-') {
      at++;
    }
    int whole = at;
    digits(line);
    if (bytes[whole] == '0' && at - whole > 1) {
      at = whole;
      throw broken(line);
    }
    if (at < to && bytes[at] == '.') {
      at++;
      digits(line);
    }
    if (at < to && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      if (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      digits(line);
    }
    return at;
  }

  private void digits(LineReader line) {
    int first = at;
    while (at < to && NumberColumn.isDigit(bytes[at])) {
      at++;
    }
    if (at == first) {
      throw broken(line);
    }
  }

  private void expect(LineReader line, char wanted) {
    if (at >= to || bytes[at] != wanted) {
      throw broken(line);
    }
    at++;
  }

  private TraceProblem broken(LineReader line) {
    int place = Math.min(at, to);
    String found = place == to ? "the line ends" : line.quoted(place, to) + " stands";
    return line.problem(place, "broken JSON: " + found + " where it may not", SHAPE_STEP);
  }

  private void skipSpaces() {
    while (at < to && LineReader.isSpace(bytes[at])) {
      at++;
    }
  }

  @Override
  boolean isDated() {
    return false;
  }

  @Override
  String sorting() {
    return "Sort the lines by \"timestamp\", for example with: jq -sc 'sort_by(.timestamp)[]' (arrivals up to "
        + TraceReader.MAX_BACKWARD.toSeconds() + " s back are taken).";
  }
}
