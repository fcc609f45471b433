package io.sagescale.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.LocationTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.builder.Buildable;

/** An SDK object of a shape that is known only as a model's JSON; its own builder. */
final class Toy implements SdkPojo, Buildable {
  private final JsonNode shapes;
  private final JsonNode shape;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Toy(JsonNode shapes, JsonNode shape) {
    this.shapes = shapes;
    this.shape = shape;
  }

  /** A toy with the members of a document; nulls are left out. */
  Toy with(JsonNode members) {
    members.properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), value(entry.getValue(), shape.get("members").get(entry.getKey())));
              }
            });
    return this;
  }

  @Override
  public List<SdkField<?>> sdkFields() {
    var fields = new ArrayList<SdkField<?>>();
    shape.path("members").properties().forEach(member -> fields.add(field(member.getKey(), member.getValue())));
    return fields;
  }

  @Override
  public Object build() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Toy toy && values.equals(toy.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private Object value(JsonNode node, JsonNode reference) {
    JsonNode of = shapes.get(reference.get("shape").asText());
    return switch (of.get("type").asText()) {
      case "string" -> node.asText();
      case "boolean" -> node.booleanValue();
      case "integer" -> node.intValue();
      case "long" -> node.longValue();
      case "float" -> node.isTextual() ? Float.parseFloat(node.asText()) : node.floatValue();
      case "double" -> node.isTextual() ? Double.parseDouble(node.asText()) : node.doubleValue();
      case "timestamp" -> Instant.ofEpochMilli(new BigDecimal(node.asText()).movePointRight(3).longValueExact());
      case "blob" -> SdkBytes.fromByteArray(node.asText().getBytes(StandardCharsets.UTF_8));
      case "structure" -> new Toy(shapes, of).with(node);
      case "list" -> {
        var list = new ArrayList<Object>();
        node.forEach(element -> list.add(value(element, of.get("member"))));
        yield list;
      }
      case "map" -> {
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), of.get("value"))));
        yield map;
      }
      default -> throw new IllegalArgumentException(of.toString());
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private SdkField<?> field(String name, JsonNode reference) {
    JsonNode of = shapes.get(reference.get("shape").asText());
    String type = of.get("type").asText();
    boolean isFlattened = reference.path("flattened").asBoolean() || of.path("flattened").asBoolean();
    String wire = reference.path("locationName").asText(name);
    var field =
        SdkField.builder((MarshallingType) type(type))
            .memberName(name)
            .getter(toy -> ((Toy) toy).values.get(name))
            .setter((toy, value) -> ((Toy) toy).values.put(name, value));
    var place =
        LocationTrait.builder().location(location(reference)).locationName(wire).unmarshallLocationName(wire).build();
    if (name.equals(shape.path("payload").asText())) {
      field.constructor(() -> new Toy(shapes, of)).traits(place, PayloadTrait.create());
      return field.build();
    }
    return switch (type) {
      case "structure" -> field.constructor(() -> new Toy(shapes, of)).traits(place).build();
      case "list" -> {
        JsonNode member = of.get("member");
        yield field
            .traits(
                place,
                ListTrait.builder()
                    .memberLocationName(member.path("locationName").asText(null))
                    .memberFieldInfo(field("member", member))
                    .isFlattened(isFlattened)
                    .build())
            .build();
      }
      case "map" ->
          field
              .traits(
                  place,
                  MapTrait.builder()
                      .keyLocationName(of.get("key").path("locationName").asText("key"))
                      .valueLocationName(of.get("value").path("locationName").asText("value"))
                      .valueFieldInfo(field("value", of.get("value")))
                      .isFlattened(isFlattened)
                      .build())
              .build();
      case "timestamp" -> {
        String format = reference.path("timestampFormat").asText(of.path("timestampFormat").asText());
        yield switch (format) {
          case "iso8601" -> field.traits(place, TimestampFormatTrait.create(Format.ISO_8601)).build();
          case "rfc822" -> field.traits(place, TimestampFormatTrait.create(Format.RFC_822)).build();
          case "unixTimestamp" -> field.traits(place, TimestampFormatTrait.create(Format.UNIX_TIMESTAMP)).build();
          case "" -> field.traits(place).build();
          default -> throw new IllegalArgumentException(format);
        };
      }
      default -> field.traits(place).build();
    };
  }

  private static MarshallLocation location(JsonNode reference) {
    String location = reference.path("location").asText("body");
    return switch (location) {
      case "body" -> MarshallLocation.PAYLOAD;
      case "header" -> MarshallLocation.HEADER;
      case "uri" -> MarshallLocation.PATH;
      default -> throw new IllegalArgumentException(location);
    };
  }

  private static MarshallingType<?> type(String type) {
    return switch (type) {
      case "string" -> MarshallingType.STRING;
      case "boolean" -> MarshallingType.BOOLEAN;
      case "integer" -> MarshallingType.INTEGER;
      case "long" -> MarshallingType.LONG;
      case "float" -> MarshallingType.FLOAT;
      case "double" -> MarshallingType.DOUBLE;
      case "timestamp" -> MarshallingType.INSTANT;
      case "blob" -> MarshallingType.SDK_BYTES;
      case "structure" -> MarshallingType.SDK_POJO;
      case "list" -> MarshallingType.LIST;
      case "map" -> MarshallingType.MAP;
      default -> throw new IllegalArgumentException(type);
    };
  }
}
