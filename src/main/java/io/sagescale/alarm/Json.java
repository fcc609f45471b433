package io.sagescale.alarm;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the few small JSON documents that CloudWatch keeps beside an alarm's state and history. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  /** One object; the body writes its fields. */
  static String object(Consumer<Json> body) {
    Json json = new Json();
    json.inObject(body);
    return json.out.toString();
  }

  Json text(String name, @Nullable String value) {
    name(name);
    string(value);
    return this;
  }

  Json number(String name, double value) {
    name(name);
    out.append(value);
    return this;
  }

  Json whole(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  Json truth(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  /** A document that is itself JSON. */
  Json raw(String name, String document) {
    name(name);
    out.append(document);
    return this;
  }

  Json numbers(String name, List<Double> values) {
    return list(name, values, (json, value) -> json.out.append(value));
  }

  Json texts(String name, List<String> values) {
    return list(name, values, Json::string);
  }

  Json object(String name, Consumer<Json> body) {
    name(name);
    inObject(body);
    return this;
  }

  <T> Json objects(String name, List<T> values, BiConsumer<Json, T> body) {
    return list(name, values, (json, value) -> json.inObject(inner -> body.accept(inner, value)));
  }

  private <T> Json list(String name, List<T> values, BiConsumer<Json, T> element) {
    name(name);
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      element.accept(this, values.get(i));
    }
    out.append(']');
    return this;
  }

  private void inObject(Consumer<Json> body) {
    out.append('{');
    body.accept(this);
    out.append('}');
  }

  private void name(String name) {
    if (out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    string(name);
    out.append(':');
  }

  private void string(@Nullable String value) {
    if (value == null) {
      out.append("null");
      return;
    }
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
