package io.sagescale.awscli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sagescale.wire.ValueType;
import java.util.List;

/** The words behind an operation's flags as its input: JSON, shorthand, files, or plain values by the flag's type. */
final class AwsInput {
  private static final ObjectReader JSON = JsonMapper.builder()
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build().readerFor(JsonNode.class);

  private final FileText files;

  private AwsInput(FileText files) {
    this.files = files;
  }

  /** The input that a line asks for, checked; times are seconds in it. */
  static ObjectNode of(AwsLine line, AwsOperation operation, FileText files) {
    AwsInput reading = new AwsInput(files);
    String whole = line.option(AwsOption.CLI_INPUT_JSON);
    if (whole == null && !line.missing().isEmpty()) {
      throw new WrongInput("the following arguments are required: " + String.join(", ", line.missing()));
    }
    ObjectNode input = whole == null ? JsonNodeFactory.instance.objectNode() : reading.whole(whole);
    DatumFlags.check(line.given().keySet());
    line.given().forEach((flag, words) -> {
      JsonNode value = reading.value(flag, words);
      if (DatumFlags.isOne(flag)) {
        DatumFlags.put(input, flag, value);
      } else {
        input.set(flag.member(), value);
      }
    });
    return InputCheck.checked(input, operation);
  }

  private ObjectNode whole(String word) {
    try {
      if (json(files.meaning(word)) instanceof ObjectNode input) {
        return input;
      }
      throw new WrongInput("Invalid JSON: an object is wanted");
    } catch (WrongInput wrong) {
      throw in(AwsOption.CLI_INPUT_JSON.word(), wrong);
    }
  }

  private JsonNode value(Flag flag, List<String> words) {
    try {
      List<String> meant = words.size() == 1 ? List.of(files.meaning(words.getFirst())) : words;
      return switch (flag.type()) {
        case ValueType.Scalar scalar -> Typed.scalar(meant.getFirst(), scalar);
        case ValueType.ListOf list -> list(meant, list);
        case ValueType.MapOf map -> complex(meant.getFirst(), map);
        case ValueType.Structure structure -> complex(meant.getFirst(), structure);
      };
    } catch (WrongInput wrong) {
      throw in("--" + flag.word(), wrong);
    }
  }

  private static WrongInput in(String parameter, WrongInput wrong) {
    return new WrongInput("Error parsing parameter '" + parameter + "': " + wrong.getMessage());
  }

  /** One JSON list, or an item a word. */
  private JsonNode list(List<String> words, ValueType.ListOf type) {
    if (words.size() == 1 && words.getFirst().stripLeading().startsWith("[")) {
      return json(words.getFirst());
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String word : words) {
      list.add(type.element() instanceof ValueType.Scalar scalar ? Typed.scalar(word, scalar) : complex(word, type.element()));
    }
    return list;
  }

  private JsonNode complex(String word, ValueType type) {
    String start = word.stripLeading();
    return start.startsWith("{") || start.startsWith("[") ? json(word) : Typed.tree(Shorthand.parse(word, files::meaning), type);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new WrongInput("Invalid JSON: " + wrong.getOriginalMessage() + "\nJSON received: " + text);
    }
  }
}
