package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sagescale.wire.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The flags of {@code put-metric-data} for one value, beside those of AWS's API: members of the first element of MetricData, its
 * dimensions as {@code Name=Value,...}. Source: AWS CLI Command Reference, put-metric-data.
 */
final class DatumFlags {
  private static final String LIST = "MetricData";
  private static final String DIMENSIONS = "Dimensions";
  private static final List<String> MEMBERS =
      List.of("MetricName", "Timestamp", "Unit", "Value", "StatisticValues", "StorageResolution");

  private DatumFlags() {}

  static boolean areOf(AwsOperation operation, String member) {
    return operation.name().equals("PutMetricData") && member.equals(LIST);
  }

  /** @param data the type of MetricData */
  static List<Flag> of(ValueType data) {
    if (!(data instanceof ValueType.ListOf list && list.element() instanceof ValueType.Structure datum)) {
      throw new IllegalArgumentException("MetricData is " + data);
    }
    Map<String, ValueType> types = datum.members();
    List<Flag> flags = new ArrayList<>();
    types.forEach((member, type) -> {
      if (MEMBERS.contains(member)) {
        flags.add(flag(member, type));
      }
    });
    flags.add(flag(DIMENSIONS, new ValueType.MapOf(ValueType.Scalar.STRING)));
    return flags;
  }

  private static Flag flag(String member, ValueType type) {
    return new Flag(Kebab.of(member), LIST + "." + member, type, false);
  }

  static boolean isOne(Flag flag) {
    return flag.member().startsWith(LIST + ".");
  }

  /** Refuses these flags beside the list that they stand for. */
  static void check(Collection<Flag> given) {
    if (given.stream().anyMatch(flag -> flag.member().equals(LIST))) {
      given.stream().filter(DatumFlags::isOne).findFirst().ifPresent(flag -> {
        throw new WrongInput("--" + flag.word() + " cannot be specified beside --metric-data");
      });
    }
  }

  /** Puts the value of one of these flags where it belongs. */
  static void put(ObjectNode input, Flag flag, JsonNode value) {
    String member = flag.member().substring(LIST.length() + 1);
    ArrayNode list = input.withArray(LIST);
    ObjectNode datum = list.path(0) instanceof ObjectNode first ? first : list.addObject();
    datum.set(member, member.equals(DIMENSIONS) ? dimensions(value) : value);
  }

  private static JsonNode dimensions(JsonNode byName) {
    ArrayNode dimensions = JsonNodeFactory.instance.arrayNode();
    byName.properties().forEach(entry -> dimensions.addObject().put("Name", entry.getKey()).set("Value", entry.getValue()));
    return dimensions;
  }
}
