package io.sagescale.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The type of a value in the SDK's objects, as far as the SDK tells it: neither limits nor the words of enums are known. */
public sealed interface ValueType {
  /** A value that has no parts. */
  enum Scalar implements ValueType { STRING, INTEGER, DOUBLE, BOOLEAN, TIMESTAMP, BLOB }

  /** Values in order. */
  record ListOf(ValueType element) implements ValueType {}

  /** Values by keys, which are texts. */
  record MapOf(ValueType value) implements ValueType {}

  /** Members, each with a type of its own; a structure may have itself among its parts. */
  final class Structure implements ValueType {
    private final Supplier<SdkPojo> builder;

    Structure(Supplier<SdkPojo> builder) {
      this.builder = builder;
    }

    /** The members by their names on the wire, in the order of the service's model. */
    public Map<String, ValueType> members() {
      Map<String, ValueType> members = new LinkedHashMap<>();
      builder.get().sdkFields().forEach(field -> members.put(field.locationName(), of(field)));
      return Collections.unmodifiableMap(members);
    }

    /** A name that is the same for structures of one shape only. */
    public String shape() {
      return builder.get().getClass().getName();
    }
  }

  private static ValueType of(SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> Scalar.STRING;
      case BOOLEAN -> Scalar.BOOLEAN;
      case BYTE, SHORT, INTEGER, LONG -> Scalar.INTEGER;
      case FLOAT, DOUBLE, BIG_DECIMAL -> Scalar.DOUBLE;
      case INSTANT -> Scalar.TIMESTAMP;
      case SDK_BYTES -> Scalar.BLOB;
      case LIST -> new ListOf(of(field.getTrait(ListTrait.class).memberFieldInfo()));
      case MAP -> new MapOf(of(field.getTrait(MapTrait.class).valueFieldInfo()));
      case SDK_POJO -> new Structure(field.constructor()::get);
      case NULL, DOCUMENT -> throw new IllegalStateException("no such member is known: " + field.memberName());
    };
  }
}
