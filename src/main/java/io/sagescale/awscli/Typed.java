package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sagescale.wire.ValueType;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of a command line as values of the types that an operation wants. */
final class Typed {
  private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?[0-9]{1,40}\\s*");
  private static final Pattern REAL = Pattern.compile(
      "\\s*[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?|[nN][aA][nN]|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?)\\s*");

  private Typed() {}

  /** A word that is a value by itself. */
  static JsonNode scalar(String text, ValueType.Scalar type) {
    return switch (type) {
      case INTEGER -> integer(text);
      case DOUBLE -> real(text);
      case BOOLEAN -> BooleanNode.valueOf(!text.equalsIgnoreCase("false"));
      case STRING, TIMESTAMP, BLOB -> TextNode.valueOf(text);
    };
  }

  /** A tree of texts with its numbers and truths made so; one value where a list is wanted becomes a list of it. */
  static JsonNode tree(JsonNode tree, ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar -> leaf(tree, scalar);
      case ValueType.ListOf list -> list(tree, list.element());
      case ValueType.MapOf map -> tree instanceof ObjectNode entries ? members(entries, key -> map.value()) : tree;
      case ValueType.Structure structure ->
          tree instanceof ObjectNode members ? members(members, structure.members()::get) : tree;
    };
  }

  private static JsonNode leaf(JsonNode leaf, ValueType.Scalar type) {
    if (!leaf.isTextual()) {
      return leaf;
    }
    String text = leaf.textValue();
    return type != ValueType.Scalar.BOOLEAN ? scalar(text, type)
        : switch (text.toLowerCase(Locale.ROOT)) {
          case "true" -> BooleanNode.TRUE;
          case "false" -> BooleanNode.FALSE;
          default -> leaf;
        };
  }

  private static JsonNode list(JsonNode tree, ValueType element) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (!tree.isArray()) {
      return list.add(tree(tree, element));
    }
    tree.forEach(item -> list.add(tree(item, element)));
    return list;
  }

  /** Says the type of a member; null for one that nobody knows. */
  private interface TypeOf {
    @Nullable ValueType type(String member);
  }

  private static ObjectNode members(ObjectNode tree, TypeOf types) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    tree.properties().forEach(entry -> {
      @Nullable ValueType type = types.type(entry.getKey());
      members.set(entry.getKey(), type == null ? entry.getValue() : tree(entry.getValue(), type));
    });
    return members;
  }

  private static JsonNode integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      throw new WrongInput("invalid literal for an integer: '" + text + "'");
    }
    return BigIntegerNode.valueOf(new BigInteger(text.strip()));
  }

  private static JsonNode real(String text) {
    if (!REAL.matcher(text).matches()) {
      throw new WrongInput("could not convert to a number: '" + text + "'");
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    return DoubleNode.valueOf(word.endsWith("nan") ? Double.NaN
        : word.contains("inf") ? (word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
        : Double.parseDouble(word));
  }
}
