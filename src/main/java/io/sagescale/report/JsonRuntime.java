package io.sagescale.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExceptionType;
import software.amazon.smithy.jmespath.RuntimeType;
import software.amazon.smithy.jmespath.evaluation.JmespathRuntime;
import software.amazon.smithy.jmespath.evaluation.NumberType;

/** JMESPath's values as JSON trees, members in the order in which they were written. */
final class JsonRuntime implements JmespathRuntime<JsonNode> {
  @Override
  public RuntimeType typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> RuntimeType.STRING;
      case NUMBER -> RuntimeType.NUMBER;
      case BOOLEAN -> RuntimeType.BOOLEAN;
      case ARRAY -> RuntimeType.ARRAY;
      case OBJECT -> RuntimeType.OBJECT;
      case NULL, MISSING -> RuntimeType.NULL;
      case BINARY, POJO -> throw new IllegalArgumentException("not read from JSON: " + value);
    };
  }

  @Override
  public JsonNode createNull() {
    return NullNode.getInstance();
  }

  @Override
  public JsonNode createBoolean(boolean value) {
    return BooleanNode.valueOf(value);
  }

  @Override
  public boolean asBoolean(JsonNode value) {
    return of(value, value.isBoolean()).booleanValue();
  }

  @Override
  public JsonNode createString(String value) {
    return TextNode.valueOf(value);
  }

  @Override
  public String asString(JsonNode value) {
    return of(value, value.isTextual()).textValue();
  }

  @Override
  public JsonNode createNumber(Number value) {
    return switch (value) {
      case Byte _, Short _, Integer _, Long _ -> LongNode.valueOf(value.longValue());
      case Float _, Double _ -> DoubleNode.valueOf(value.doubleValue());
      default -> DecimalNode.valueOf(new BigDecimal(value.toString()));
    };
  }

  @Override
  public NumberType numberType(JsonNode value) {
    return value.isIntegralNumber() ? NumberType.LONG : NumberType.DOUBLE;
  }

  @Override
  public Number asNumber(JsonNode value) {
    return of(value, value.isNumber()).numberValue();
  }

  @Override
  public ArrayBuilder<JsonNode> arrayBuilder() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    return new ArrayBuilder<>() {
      @Override
      public void add(JsonNode value) {
        array.add(value);
      }

      @Override
      public void addAll(JsonNode values) {
        asIterable(values).forEach(array::add);
      }

      @Override
      public JsonNode build() {
        return array;
      }
    };
  }

  @Override
  public JsonNode element(JsonNode array, int index) {
    return orNull(of(array, array.isArray()).get(index));
  }

  @Override
  public ObjectBuilder<JsonNode> objectBuilder() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    return new ObjectBuilder<>() {
      @Override
      public void put(JsonNode key, JsonNode value) {
        object.set(asString(key), value);
      }

      @Override
      public void putAll(JsonNode members) {
        object.setAll((ObjectNode) of(members, members.isObject()));
      }

      @Override
      public JsonNode build() {
        return object;
      }
    };
  }

  @Override
  public JsonNode value(JsonNode object, JsonNode key) {
    return object.isObject() ? orNull(object.get(asString(key))) : createNull();
  }

  private JsonNode orNull(@Nullable JsonNode value) {
    return value == null ? createNull() : value;
  }

  @Override
  public int length(JsonNode value) {
    return value.isTextual() ? value.textValue().codePointCount(0, value.textValue().length())
        : of(value, value.isContainerNode()).size();
  }

  /** The items of an array, the keys of an object. */
  @Override
  public Iterable<? extends JsonNode> asIterable(JsonNode value) {
    return value.isObject()
        ? value.properties().stream().map(member -> TextNode.valueOf(member.getKey())).toList()
        : of(value, value.isArray());
  }

  private static JsonNode of(JsonNode value, boolean isOfType) {
    if (!isOfType) {
      throw new JmespathException(JmespathExceptionType.INVALID_TYPE, value.getNodeType() + " does not fit here");
    }
    return value;
  }
}
