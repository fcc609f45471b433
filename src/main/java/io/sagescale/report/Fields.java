package io.sagescale.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a document, the same for JSON and YAML; absent values are null, never left out. */
final class Fields {
  private final JsonGenerator out;

  Fields(JsonGenerator out) {
    this.out = out;
  }

  /** Writes something, and may fail. */
  interface Part {
    void write() throws IOException;
  }

  /** Writes one element, and may fail. */
  interface Each<T> {
    void write(T element) throws IOException;
  }

  void object(String name, Part fields) throws IOException {
    out.writeObjectFieldStart(name);
    fields.write();
    out.writeEndObject();
  }

  /** An array of objects. */
  <T> void array(String name, List<T> elements, Each<T> fields) throws IOException {
    out.writeArrayFieldStart(name);
    for (T element : elements) {
      out.writeStartObject();
      fields.write(element);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** An array of texts. */
  void texts(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  void truth(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  void nothing(String name) throws IOException {
    out.writeNullField(name);
  }

  void text(String name, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  /** ISO-8601 in UTC. */
  void instant(String name, @Nullable Instant value) throws IOException {
    text(name, value == null ? null : value.toString());
  }

  void whole(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  /** Seconds, to the millisecond. */
  void seconds(String name, @Nullable Duration value) throws IOException {
    number(name, value == null ? null : value.toMillis() / 1000.0, 3);
  }

  /** A number without trailing zeros and without an exponent. */
  void number(String name, @Nullable Double value, int decimals) throws IOException {
    if (value == null || !Double.isFinite(value)) {
      out.writeNullField(name);
    } else {
      out.writeFieldName(name);
      out.writeNumber(rounded(value, decimals));
    }
  }

  static String rounded(double value, int decimals) {
    BigDecimal number = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.signum() == 0 ? "0" : number.toPlainString();
  }
}
