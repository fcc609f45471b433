package io.sagescale.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Writes the XML of the Query protocol's answers. Source: Smithy, AWS Query protocol. */
final class XmlSink implements Sink {
  private final StringBuilder out = new StringBuilder();

  @Override
  public String toString() {
    return out.toString();
  }

  /** Opens an element that declares the namespace of all within it. */
  void openRoot(String name, String namespace) {
    out.append('<').append(name).append(" xmlns=\"").append(Texts.xml(namespace)).append("\">");
  }

  @Override
  public void openStructure(String name) {
    out.append('<').append(name).append('>');
  }

  @Override
  public void closeStructure(String name) {
    out.append("</").append(name).append('>');
  }

  @Override
  public String openList(String name, @Nullable ListTrait trait) {
    if (trait != null && trait.isFlattened()) {
      return name;
    }
    openStructure(name);
    String element = trait == null ? null : trait.memberLocationName();
    return element == null ? "member" : element;
  }

  @Override
  public void closeList(String name, @Nullable ListTrait trait) {
    if (trait == null || !trait.isFlattened()) {
      closeStructure(name);
    }
  }

  @Override
  public void openMap(String name, @Nullable MapTrait trait) {
    if (trait == null || !trait.isFlattened()) {
      openStructure(name);
    }
  }

  @Override
  public String openEntry(String mapName, String key, @Nullable MapTrait trait) {
    openStructure(trait != null && trait.isFlattened() ? mapName : "entry");
    text(trait == null ? "key" : trait.keyLocationName(), key);
    return trait == null ? "value" : trait.valueLocationName();
  }

  @Override
  public void closeEntry(String mapName, @Nullable MapTrait trait) {
    closeStructure(trait != null && trait.isFlattened() ? mapName : "entry");
  }

  @Override
  public void closeMap(String name, @Nullable MapTrait trait) {
    if (trait == null || !trait.isFlattened()) {
      closeStructure(name);
    }
  }

  @Override
  public void nothing(String name) {}

  @Override
  public void text(String name, String value) {
    raw(name, Texts.xml(value));
  }

  @Override
  public void truth(String name, boolean value) {
    raw(name, value ? "true" : "false");
  }

  @Override
  public void number(String name, Number value) {
    raw(name, value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
  }

  @Override
  public void bytes(String name, byte[] value) {
    raw(name, Base64.getEncoder().encodeToString(value));
  }

  @Override
  public void instant(String name, Instant value, @Nullable Format format) {
    raw(name, Timestamps.text(value, format == null ? Format.ISO_8601 : format));
  }

  private void raw(String name, String text) {
    openStructure(name);
    out.append(text);
    closeStructure(name);
  }
}
