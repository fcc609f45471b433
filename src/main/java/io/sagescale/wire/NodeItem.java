package io.sagescale.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** A value of a JSON or CBOR document. */
record NodeItem(JsonNode node) implements Item {
  @Override
  public boolean isNull() {
    return node.isNull() || node.isMissingNode();
  }

  @Override
  public @Nullable Item member(String name) throws Unreadable {
    if (!node.isObject()) {
      throw unexpected("a structure");
    }
    JsonNode member = node.get(name);
    return member == null ? null : new NodeItem(member);
  }

  @Override
  public List<NodeItem> elements(ListTrait list) throws Unreadable {
    if (!node.isArray()) {
      throw unexpected("a list");
    }
    var elements = new ArrayList<NodeItem>(node.size());
    node.forEach(element -> elements.add(new NodeItem(element)));
    return elements;
  }

  @Override
  public Map<String, NodeItem> entries(MapTrait map) throws Unreadable {
    if (!node.isObject()) {
      throw unexpected("a map");
    }
    var entries = new LinkedHashMap<String, NodeItem>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      entries.put(Texts.checked(entry.getKey()), new NodeItem(entry.getValue()));
    }
    return entries;
  }

  @Override
  public String text() throws Unreadable {
    if (!node.isTextual()) {
      throw unexpected("a String");
    }
    return Texts.checked(node.textValue());
  }

  @Override
  public boolean truth() throws Unreadable {
    if (!node.isBoolean()) {
      throw unexpected("a Boolean");
    }
    return node.booleanValue();
  }

  @Override
  public BigInteger whole() throws Unreadable {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    double real = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (real == Math.rint(real) && Math.abs(real) < 1L << 53) {
      return BigInteger.valueOf((long) real);
    }
    throw unexpected("an Integer");
  }

  @Override
  public double real() throws Unreadable {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return switch (node.isTextual() ? node.textValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw unexpected("a Double");
    };
  }

  @Override
  public byte[] bytes() throws Unreadable {
    try {
      if (node.isBinary()) {
        return node.binaryValue();
      }
      return Base64.getDecoder().decode(text());
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable("A blob is not Base64");
    }
  }

  @Override
  public Instant instant(@Nullable Format format) throws Unreadable {
    if (node.isNumber()) {
      double seconds = node.doubleValue();
      return Timestamps.ofSeconds(format == Format.UNIX_TIMESTAMP_MILLIS ? seconds / 1000 : seconds);
    }
    if (node.isTextual() && format != null) {
      return Timestamps.ofText(node.textValue(), format);
    }
    throw unexpected("a Timestamp");
  }

  private Unreadable unexpected(String wanted) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> new Unreadable("Start of structure or map found where not expected: " + wanted + " is wanted");
      case ARRAY -> new Unreadable("Start of list found where not expected: " + wanted + " is wanted");
      case BOOLEAN, BINARY, STRING, NUMBER, NULL, MISSING ->
          new Unreadable(node.getNodeType() + "_VALUE can not be converted to " + wanted);
    };
  }
}
