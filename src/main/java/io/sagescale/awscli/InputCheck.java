package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sagescale.wire.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An input against the operation's types, before anything is sent. All that is wrong is told, in AWS's words: unknown members,
 * missing ones of the input itself, values of another type. Source: AWS CLI, parameter validation.
 */
final class InputCheck {
  private final List<String> wrong = new ArrayList<>();

  private InputCheck() {}

  /** The input as the wire wants it, its times as seconds; null members are left out, as if they were not written. */
  static ObjectNode checked(ObjectNode input, AwsOperation operation) {
    InputCheck check = new InputCheck();
    for (String member : operation.required()) {
      if (!input.hasNonNull(member)) {
        check.wrong.add("Missing required parameter in input: \"" + member + "\"");
      }
    }
    ObjectNode checked = check.structure("", input, operation.input());
    if (!check.wrong.isEmpty()) {
      throw new WrongInput("Parameter validation failed:\n" + String.join("\n", check.wrong));
    }
    return checked;
  }

  private ObjectNode structure(String path, ObjectNode node, ValueType.Structure type) {
    Map<String, ValueType> members = type.members();
    ObjectNode checked = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(entry -> {
      @Nullable ValueType member = members.get(entry.getKey());
      if (member == null) {
        wrong.add("Unknown parameter in " + (path.isEmpty() ? "input" : path) + ": \"" + entry.getKey()
            + "\", must be one of: " + String.join(", ", members.keySet()));
      } else if (!entry.getValue().isNull()) {
        String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        checked.set(entry.getKey(), value(name, entry.getValue(), member));
      }
    });
    return checked;
  }

  private JsonNode value(String path, JsonNode node, ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar -> scalar(path, node, scalar);
      case ValueType.ListOf list -> node.isArray() ? list(path, node, list.element()) : refused(path, node, "list");
      case ValueType.MapOf map -> node instanceof ObjectNode entries ? map(path, entries, map.value()) : refused(path, node, "map");
      case ValueType.Structure structure ->
          node instanceof ObjectNode members ? structure(path, members, structure) : refused(path, node, "structure");
    };
  }

  private ArrayNode list(String path, JsonNode node, ValueType element) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : node) {
      list.add(value(path + "[" + list.size() + "]", item, element));
    }
    return list;
  }

  private ObjectNode map(String path, ObjectNode node, ValueType value) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(entry -> map.set(entry.getKey(), value(path + "." + entry.getKey(), entry.getValue(), value)));
    return map;
  }

  private JsonNode scalar(String path, JsonNode node, ValueType.Scalar type) {
    return switch (type) {
      case STRING, BLOB -> node.isTextual() ? node : refused(path, node, "string");
      case INTEGER -> node.isIntegralNumber() ? node : refused(path, node, "integer");
      case DOUBLE -> node.isNumber() ? node : refused(path, node, "float");
      case BOOLEAN -> node.isBoolean() ? node : refused(path, node, "boolean");
      case TIMESTAMP -> {
        OptionalDouble seconds = node.isNumber() ? OptionalDouble.of(node.doubleValue())
            : node.isTextual() ? AwsTime.seconds(node.textValue()) : OptionalDouble.empty();
        yield seconds.isPresent() ? DoubleNode.valueOf(seconds.getAsDouble()) : refused(path, node, "timestamp");
      }
    };
  }

  private JsonNode refused(String path, JsonNode node, String wanted) {
    wrong.add("Invalid type for parameter " + path + ", value: " + (node.isTextual() ? node.textValue() : node)
        + ", type: " + node.getNodeType().name().toLowerCase(Locale.ROOT) + ", valid types: " + wanted);
    return node;
  }
}
