package io.sagescale.awscli;

import io.sagescale.wire.Codec;
import io.sagescale.wire.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An input with every member, each with an empty value of its type, for a person to fill in. */
final class Skeleton {
  /** Shapes that are being written; inside themselves they stay empty. */
  private final List<String> open = new ArrayList<>();

  private Skeleton() {}

  static String of(AwsOperation operation) {
    Map<String, Object> members = new Skeleton().structure(operation.input());
    return members.isEmpty() ? "{}\n" : Codec.json(members) + "\n";
  }

  private Map<String, Object> structure(ValueType.Structure type) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!open.contains(type.shape())) {
      open.add(type.shape());
      type.members().forEach((name, member) -> members.put(name, value(member)));
      open.removeLast();
    }
    return members;
  }

  private Object value(ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar -> switch (scalar) {
        case STRING, BLOB -> "";
        case INTEGER -> 0;
        case DOUBLE -> 0.0;
        case BOOLEAN -> true;
        case TIMESTAMP -> "1970-01-01T00:00:00";
      };
      case ValueType.ListOf list -> List.of(value(list.element()));
      case ValueType.MapOf map -> Map.of("KeyName", value(map.value()));
      case ValueType.Structure structure -> structure(structure);
    };
  }
}
