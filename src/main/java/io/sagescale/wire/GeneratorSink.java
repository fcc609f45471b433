package io.sagescale.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Writes a JSON or CBOR document. */
final class GeneratorSink implements Sink {
  /** How a dialect writes what the dialects write differently. */
  interface Dialect {
    void instant(JsonGenerator out, Instant value, @Nullable Format format) throws IOException;

    void real(JsonGenerator out, double value) throws IOException;
  }

  private final JsonGenerator out;
  private final Dialect dialect;

  GeneratorSink(JsonGenerator out, Dialect dialect) {
    this.out = out;
    this.dialect = dialect;
  }

  @Override
  public void openStructure(String name) throws IOException {
    name(name);
    out.writeStartObject();
  }

  @Override
  public void closeStructure(String name) throws IOException {
    out.writeEndObject();
  }

  @Override
  public String openList(String name, @Nullable ListTrait trait) throws IOException {
    name(name);
    out.writeStartArray();
    return "";
  }

  @Override
  public void closeList(String name, @Nullable ListTrait trait) throws IOException {
    out.writeEndArray();
  }

  @Override
  public void openMap(String name, @Nullable MapTrait trait) throws IOException {
    openStructure(name);
  }

  @Override
  public String openEntry(String mapName, String key, @Nullable MapTrait trait) {
    return Texts.mended(key);
  }

  @Override
  public void closeEntry(String mapName, @Nullable MapTrait trait) {}

  @Override
  public void closeMap(String name, @Nullable MapTrait trait) throws IOException {
    closeStructure(name);
  }

  @Override
  public void nothing(String name) throws IOException {
    name(name);
    out.writeNull();
  }

  @Override
  public void text(String name, String value) throws IOException {
    name(name);
    out.writeString(Texts.mended(value));
  }

  @Override
  public void truth(String name, boolean value) throws IOException {
    name(name);
    out.writeBoolean(value);
  }

  @Override
  public void number(String name, Number value) throws IOException {
    name(name);
    switch (value) {
      case Double real -> dialect.real(out, real);
      case Float real -> out.writeNumber(real);
      case BigDecimal real -> out.writeNumber(real);
      case BigInteger whole -> out.writeNumber(whole);
      default -> out.writeNumber(value.longValue());
    }
  }

  @Override
  public void bytes(String name, byte[] value) throws IOException {
    name(name);
    out.writeBinary(value);
  }

  @Override
  public void instant(String name, Instant value, @Nullable Format format) throws IOException {
    name(name);
    dialect.instant(out, value, format);
  }

  private void name(String name) throws IOException {
    if (out.getOutputContext().inObject()) {
      out.writeFieldName(name);
    }
  }
}
