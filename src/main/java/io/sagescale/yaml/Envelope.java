package io.sagescale.yaml;

import io.sagescale.yaml.Node.Entry;
import io.sagescale.yaml.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every document has around its spec: version, kind, name and labels. */
record Envelope(Kind kind, String name, SortedMap<String, String> labels, Fields spec) {
  static final String VERSION = "sagescale/v1";

  /** Source: our choice, after Kubernetes, so that a name can be a file name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  enum Kind {
    ENDPOINT_SCALING("EndpointScaling"), SCENARIO("Scenario");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** Null when the document cannot be told or has no spec; the reason was reported. */
  static @Nullable Envelope read(Node root, Problems problems) {
    Fields fields = Fields.of(root, "a document", problems);
    if (fields == null) {
      return null;
    }
    fields.required("apiVersion", VERSION);
    fields.choice("apiVersion", Map.of(VERSION, VERSION));
    fields.required("kind", "EndpointScaling");
    Kind kind = fields.choice("kind", Choices.words(Kind.values(), k -> k.text));
    Node metadata = fields.required("metadata", "{name: llama3-8b}");
    Fields about = metadata == null ? null : Fields.of(metadata, "metadata", problems);
    String name = about == null ? null : name(about);
    SortedMap<String, String> labels = about == null ? new TreeMap<>() : labels(about);
    Node body = fields.required("spec", "{...}");
    Fields spec = body == null ? null : Fields.of(body, "spec", problems);
    fields.close();
    return kind == null || spec == null ? null : new Envelope(kind, name == null ? "unnamed" : name, labels, spec);
  }

  private static @Nullable String name(Fields about) {
    String name = about.requiredText("name", "llama3-8b");
    if (name != null && !NAME.matcher(name).matches()) {
      about.error(about.at("name"), "the name " + Problems.quoted(name) + " is not 1 to 100 letters, digits, dots or dashes",
          "Write a name such as llama3-8b");
    }
    return name;
  }

  private static SortedMap<String, String> labels(Fields about) {
    Map<String, String> labels = new LinkedHashMap<>();
    Fields fields = about.mapping("labels");
    List<Entry> entries = fields == null ? List.of() : fields.all();
    for (Entry entry : entries) {
      if (entry.value() instanceof Scalar scalar) {
        labels.put(entry.key().text(), scalar.text());
      } else {
        about.error(entry.value(), "a label must be a text, here it is " + entry.value().kind(), "Write key: text");
      }
    }
    about.close();
    return new TreeMap<>(labels);
  }
}
