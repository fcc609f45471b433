package io.sagescale.yaml;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import io.sagescale.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what scales: an endpoint's variant or a component, its bounds, and what is suspended. */
final class TargetReader {
  /** SageMaker's own first variant in its console and samples. */
  static final String DEFAULT_VARIANT = "AllTraffic";

  /** Source: our choice, because nobody runs more copies of one model. */
  static final int MOST_CAPACITY = 100_000;

  /** Source: SageMaker API, {@code EndpointName}, {@code VariantName}, {@code InferenceComponentName}. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?");

  private static final int MOST_NAME = 63;

  private TargetReader() {}

  static @Nullable ScalableTarget read(Node node, Problems problems) {
    Fields fields = Fields.of(node, "target", problems);
    if (fields == null) {
      return null;
    }
    ResourceId resource = resource(fields);
    Node bounds = fields.required("capacity", "{min: 1, max: 4}");
    CapacityRange range = bounds == null ? null : range(bounds, problems);
    Suspension suspension = suspension(fields);
    fields.close();
    return resource == null || range == null ? null : new ScalableTarget(resource, range, suspension);
  }

  /** A resource to read policies against when the target itself was refused. */
  static ResourceId standIn(@Nullable Node target) {
    boolean isComponent = target instanceof Node.Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> entry.key().text().equals("component"));
    return isComponent ? new ResourceId.Component("unknown") : new ResourceId.Variant("unknown", DEFAULT_VARIANT);
  }

  private static @Nullable ResourceId resource(Fields fields) {
    String kind = fields.oneOf(true, List.of("endpoint", "component"));
    String name = kind == null ? null : name(fields, kind);
    String variant = fields.has("variant") ? name(fields, "variant") : DEFAULT_VARIANT;
    if (kind == null) {
      return null;
    }
    if (kind.equals("component")) {
      if (fields.has("variant")) {
        fields.error(fields.keyAt("variant"), "a component has no variant", "Remove variant");
      }
      return name == null ? null : new ResourceId.Component(name);
    }
    return name == null || variant == null ? null : new ResourceId.Variant(name, variant);
  }

  private static @Nullable String name(Fields fields, String key) {
    String name = fields.text(key);
    if (name != null && (name.length() > MOST_NAME || !NAME.matcher(name).matches())) {
      fields.error(fields.at(key), key + " must be 1 to 63 letters, digits or inner dashes, here it is "
          + Problems.quoted(name), "Write the name as AWS has it");
      return null;
    }
    return name;
  }

  /** Both bounds, 0 or more. */
  static @Nullable CapacityRange range(Node node, Problems problems) {
    Fields fields = Fields.of(node, "capacity", problems);
    if (fields == null) {
      return null;
    }
    fields.required("min", "1");
    fields.required("max", "4");
    Integer min = fields.whole("min", 0, MOST_CAPACITY);
    Integer max = fields.whole("max", 0, MOST_CAPACITY);
    fields.close();
    if (min == null || max == null) {
      return null;
    }
    if (max < min) {
      problems.error(fields.at("max"), "max " + max + " is below min " + min, "Write max: " + min + " or more");
      return null;
    }
    return CapacityRange.between(min, max);
  }

  private static Suspension suspension(Fields fields) {
    Map<String, String> words = new LinkedHashMap<>();
    List.of("in", "out", "scheduled").forEach(word -> words.put(word, word));
    List<String> suspended = new ArrayList<>();
    for (Node item : fields.list("suspend")) {
      if (item instanceof Scalar scalar) {
        String word = Choices.of(scalar, "suspend", words, fields.problems());
        suspended.add(word == null ? "" : word);
      } else {
        fields.error(item, "suspend takes words, here is " + item.kind(), "Write any of in, out, scheduled");
      }
    }
    return new Suspension(suspended.contains("in"), suspended.contains("out"), suspended.contains("scheduled"));
  }
}
