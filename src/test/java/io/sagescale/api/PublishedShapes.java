package io.sagescale.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** One service's published shapes, and what our tables state about the same members. */
final class PublishedShapes {
  private static final String ENUM = "Member must satisfy enum value set: [";

  private final JsonNode service;

  private PublishedShapes(JsonNode service) {
    this.service = service;
  }

  /** The shapes that lie beside the project; skips the test that asks, loudly, where they do not. */
  static PublishedShapes of(String service) throws IOException {
    Path shapes = Path.of("..", "shared", "reference", "models", service + ".service-2.json.gz");
    assumeTrue(Files.exists(shapes), "NOT COMPARED with AWS's shapes: there is no " + shapes);
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(shapes))) {
      return new PublishedShapes(new ObjectMapper().readTree(bytes));
    }
  }

  /** AWS's rules for the operation's input, by path. */
  Map<String, String> published(String operation) {
    Map<String, String> published = new TreeMap<>();
    publish(service.path("shapes"), service.path("operations").path(operation).path("input").path("shape").asText(), "",
        published);
    return published;
  }

  /** Ours, by path. */
  static Map<String, String> stated(List<? extends Constraint<?>> table) {
    Map<String, String> stated = new TreeMap<>();
    table.forEach(constraint -> state(constraint, "", stated));
    return stated;
  }

  /** What a table states, by path. */
  private static void state(Constraint<?> constraint, String path, Map<String, String> into) {
    switch (constraint) {
      case MemberConstraint<?> member -> {
        String place = MemberConstraint.joined(path, member.member());
        String rules = (member.isRequired() ? "required " : "") + sorted(member);
        if (!rules.equals("[]")) {
          into.put(place, rules);
        }
      }
      case Constraint.Inside<?, ?> inside -> inside.constraints()
          .forEach(inner -> state(inner, MemberConstraint.joined(path, inside.member()), into));
      case Constraint.Each<?, ?> each -> each.constraints()
          .forEach(inner -> state(inner, MemberConstraint.joined(path, each.member()) + ".N.member", into));
      case Constraint.Entries<?> entries -> {
        into.put(entries.member() + ".key", sorted(entries.key()).toString());
        into.put(entries.member() + ".value", sorted(entries.value()).toString());
      }
      default -> throw new IllegalStateException("a constraint of an unknown kind: " + constraint);
    }
  }

  /** The rules with the words of an enum sorted, for AWS's refusals and shapes list them in other orders. */
  private static TreeSet<String> sorted(MemberConstraint<?> member) {
    TreeSet<String> rules = new TreeSet<>();
    for (String rule : member.rules()) {
      rules.add(rule.startsWith(ENUM)
          ? ENUM.substring(0, ENUM.length() - 1) + new TreeSet<>(
              Arrays.asList(rule.substring(ENUM.length(), rule.length() - 1).split(", "))) : rule);
    }
    return rules;
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
      String place = MemberConstraint.joined(path, PublishedRules.lowerFirst(member));
      String inner = entry.getValue().path("shape").asText();
      String rules = (required.contains(member) ? "required " : "") + PublishedRules.rules(shapes.path(inner));
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
        into.put(place + ".key", PublishedRules.rules(shapes.path(shape.path("key").path("shape").asText())).toString());
        into.put(place + ".value", PublishedRules.rules(shapes.path(shape.path("value").path("shape").asText())).toString());
      }
      default -> { }
    }
  }

  private static void element(JsonNode shapes, String name, String place, Map<String, String> into) {
    TreeSet<String> rules = PublishedRules.rules(shapes.path(name));
    if (!rules.isEmpty()) {
      into.put(place + ".N.member", rules.toString());
    }
    nested(shapes, name, place + ".N.member", into);
  }
}
