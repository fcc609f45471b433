package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The constraint tables against AWS's published shapes, where these lie beside the project. */
class PublishedShapesTest {
  private static final Path SHAPES = Path.of("..", "shared", "reference", "models", "application-autoscaling.service-2.json.gz");

  /** Rules of ours on members whose bounds AWS states in its documentation alone. */
  private static final List<String> DOCUMENTED_ONLY = List.of("maxResults");

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("RegisterScalableTarget", AutoScalingTables.REGISTER),
        Arguments.of("DeregisterScalableTarget", AutoScalingTables.DEREGISTER),
        Arguments.of("DescribeScalableTargets", AutoScalingTables.DESCRIBE_TARGETS),
        Arguments.of("PutScalingPolicy", AutoScalingTables.PUT_POLICY),
        Arguments.of("DeleteScalingPolicy", AutoScalingTables.DELETE_POLICY),
        Arguments.of("DescribeScalingPolicies", AutoScalingTables.DESCRIBE_POLICIES),
        Arguments.of("DescribeScalingActivities", AutoScalingTables.DESCRIBE_ACTIVITIES),
        Arguments.of("PutScheduledAction", AutoScalingTables.PUT_ACTION),
        Arguments.of("DeleteScheduledAction", AutoScalingTables.DELETE_ACTION),
        Arguments.of("DescribeScheduledActions", AutoScalingTables.DESCRIBE_ACTIONS),
        Arguments.of("TagResource", AutoScalingTables.TAG),
        Arguments.of("UntagResource", AutoScalingTables.UNTAG),
        Arguments.of("ListTagsForResource", AutoScalingTables.LIST_TAGS),
        Arguments.of("GetPredictiveScalingForecast", AutoScalingTables.FORECAST));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void statesWhatAwsPublishes(String operation, List<Constraint<Object>> table) throws IOException {
    assumeTrue(Files.exists(SHAPES), "NOT COMPARED with AWS's shapes: there is no " + SHAPES);
    JsonNode service = read();
    String input = service.path("operations").path(operation).path("input").path("shape").asText();
    Map<String, String> published = new TreeMap<>();
    publish(service.path("shapes"), input, "", published);
    Map<String, String> ours = new TreeMap<>();
    table.forEach(constraint -> state(constraint, "", ours));
    assertEquals(lines(published), lines(ours));
  }

  /** What a table states, by path. */
  private static void state(Constraint<?> constraint, String path, Map<String, String> into) {
    switch (constraint) {
      case MemberConstraint<?> member -> {
        String place = MemberConstraint.joined(path, member.member());
        String rules = (member.isRequired() ? "required " : "") + new TreeSet<>(member.rules());
        if (!DOCUMENTED_ONLY.contains(place) && !rules.equals("[]")) {
          into.put(place, rules);
        }
      }
      case Constraint.Inside<?, ?> inside -> inside.constraints()
          .forEach(inner -> state(inner, MemberConstraint.joined(path, inside.member()), into));
      case Constraint.Each<?, ?> each -> each.constraints()
          .forEach(inner -> state(inner, MemberConstraint.joined(path, each.member()) + ".N.member", into));
      case Constraint.Entries<?> entries -> {
        into.put(entries.member() + ".key", new TreeSet<>(entries.key().rules()).toString());
        into.put(entries.member() + ".value", new TreeSet<>(entries.value().rules()).toString());
      }
      default -> throw new IllegalStateException("a constraint of an unknown kind: " + constraint);
    }
  }

  /** What AWS's shape states, by path, in the words of its refusals. */
  private static void publish(JsonNode shapes, String name, String path, Map<String, String> into) {
    JsonNode shape = shapes.path(name);
    List<String> required = new ArrayList<>();
    shape.path("required").forEach(member -> required.add(member.asText()));
    shape.path("members").properties().forEach(entry -> {
      String member = entry.getKey();
      if (member.startsWith("Predictive")) {
        return; // Refused before its shape matters: this is not for SageMaker.
      }
      String place = MemberConstraint.joined(path, AutoScalingShapes.lowerFirst(member));
      String inner = entry.getValue().path("shape").asText();
      String rules = (required.contains(member) ? "required " : "") + AutoScalingShapes.rules(shapes.path(inner));
      if (!rules.equals("[]")) {
        into.put(place, rules);
      }
      nested(shapes, inner, place, into);
    });
  }

  private static void nested(JsonNode shapes, String name, String place, Map<String, String> into) {
    JsonNode shape = shapes.path(name);
    switch (shape.path("type").asText()) {
      case "structure" -> publish(shapes, name, place, into);
      case "list" -> element(shapes, shape.path("member").path("shape").asText(), place, into);
      case "map" -> {
        into.put(place + ".key", AutoScalingShapes.rules(shapes.path(shape.path("key").path("shape").asText())).toString());
        into.put(place + ".value", AutoScalingShapes.rules(shapes.path(shape.path("value").path("shape").asText())).toString());
      }
      default -> { }
    }
  }

  private static void element(JsonNode shapes, String name, String place, Map<String, String> into) {
    TreeSet<String> rules = AutoScalingShapes.rules(shapes.path(name));
    if (!rules.isEmpty()) {
      into.put(place + ".N.member", rules.toString());
    }
    nested(shapes, name, place + ".N.member", into);
  }

  private static String lines(Map<String, String> statements) {
    StringBuilder text = new StringBuilder();
    statements.forEach((place, rules) -> text.append(place).append(": ").append(rules).append('\n'));
    return text.toString();
  }

  private static JsonNode read() throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(SHAPES))) {
      return new ObjectMapper().readTree(bytes);
    }
  }
}
