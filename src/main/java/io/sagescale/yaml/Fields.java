package io.sagescale.yaml;

import io.sagescale.lint.Figures;
import io.sagescale.yaml.Node.Entry;
import io.sagescale.yaml.Node.Mapping;
import io.sagescale.yaml.Node.Scalar;
import io.sagescale.yaml.Node.Sequence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A strict view of one mapping: each key is asked for by name and type, and {@link #close} reports the keys that nobody
 * asked for.
 *
 * <p>A getter returns null both when the key is absent and when its value was refused; the refusal has then been reported.
 * A key with nothing after it counts as absent.
 */
final class Fields {
  /** Longest time any key takes. Source: our choice, because nobody simulates more than a year. */
  static final Duration LONGEST = Duration.ofDays(366);

  private final Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    for (Entry entry : mapping.entries()) {
      entries.put(entry.key().text(), entry);
    }
  }

  /** Null after reporting that the node is no mapping; {@code what} names it in the message. */
  static @Nullable Fields of(Node node, String what, Problems problems) {
    return of(node, what, "", problems);
  }

  /** {@code path} stands before every key in messages. */
  private static @Nullable Fields of(Node node, String what, String path, Problems problems) {
    if (node instanceof Mapping mapping) {
      return new Fields(mapping, path, problems);
    }
    problems.error(node, what + " must be a mapping, here it is " + node.kind(), "Write key: value pairs");
    return null;
  }

  Problems problems() {
    return problems;
  }

  Node node() {
    return mapping;
  }

  /** The value's place if the key is there, else the mapping's. */
  Node at(String key) {
    Entry entry = entries.get(key);
    return entry == null ? mapping : entry.value();
  }

  /** The key's own place if it is there, else the mapping's. */
  Node keyAt(String key) {
    Entry entry = entries.get(key);
    return entry == null ? mapping : entry.key();
  }

  boolean has(String key) {
    return any(key) != null;
  }

  /** Which of the keys is there; reports when none or several are, unless none is fine. */
  @Nullable String oneOf(boolean isRequired, List<String> keys) {
    known.addAll(keys);
    List<String> present = keys.stream().filter(this::has).toList();
    if (present.size() > 1) {
      error(keyAt(present.get(1)), present.get(1) + " cannot stand beside " + present.get(0), "Keep one of the two");
      return null;
    }
    if (present.isEmpty()) {
      if (isRequired) {
        error(mapping, "one of " + String.join(", ", keys) + " is missing", "Add one of them");
      }
      return null;
    }
    return present.get(0);
  }

  /** The value whatever it is; null when absent or empty. */
  @Nullable Node any(String key) {
    known.add(key);
    Entry entry = entries.get(key);
    return entry == null || (entry.value() instanceof Scalar scalar && scalar.isEmpty()) ? null : entry.value();
  }

  @Nullable Node required(String key, String example) {
    Node node = any(key);
    if (node == null) {
      error(keyAt(key), path + key + " is missing", "Add " + key + ": " + example);
    }
    return node;
  }

  @Nullable Fields mapping(String key) {
    Node node = any(key);
    return node == null ? null : of(node, path + key, path + key + ".", problems);
  }

  /** Empty when absent or no list, which is reported. */
  List<Node> list(String key) {
    Node node = any(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    error(node, path + key + " must be a list, here it is " + node.kind(), "Write [a, b] or one item a line after -");
    return List.of();
  }

  @Nullable String text(String key) {
    Scalar scalar = scalar(key, "a text");
    return scalar == null ? null : scalar.text();
  }

  @Nullable String requiredText(String key, String example) {
    return required(key, example) == null ? null : text(key);
  }

  @Nullable Integer whole(String key, int least, int most) {
    Long value = wholeLong(key, least, most);
    return value == null ? null : value.intValue();
  }

  @Nullable Long wholeLong(String key, long least, long most) {
    BigDecimal value = parsed(key, "a whole number", "Write digits only, such as 4", Quantities::whole);
    return value == null || !isWithin(key, value, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
        ? null
        : value.longValueExact();
  }

  /** Both bounds inclusive. */
  @Nullable Double number(String key, double least, double most) {
    BigDecimal value = decimal(key);
    return value == null || !isWithin(key, value, new BigDecimal(least), new BigDecimal(most)) ? null : value.doubleValue();
  }

  /** More than 0, at most {@code most}. */
  @Nullable Double positive(String key, double most) {
    BigDecimal value = decimal(key);
    if (value != null && value.doubleValue() <= 0) {
      error(at(key), path + key + " must be more than 0, here it is " + written(key), "Write a larger number");
      return null;
    }
    return value == null || !isWithin(key, value, BigDecimal.ZERO, new BigDecimal(most)) ? null : value.doubleValue();
  }

  @Nullable BigDecimal decimal(String key) {
    return parsed(key, "a finite number", "Write a number such as 5 or 0.9", Quantities::number);
  }

  private boolean isWithin(String key, BigDecimal value, BigDecimal least, BigDecimal most) {
    boolean isLow = value.compareTo(least) < 0;
    if (isLow || value.compareTo(most) > 0) {
      error(at(key), path + key + " must be " + (isLow ? "at least " + Figures.plain(least.doubleValue())
          : "at most " + Figures.plain(most.doubleValue())) + ", here it is " + written(key),
          "Write a " + (isLow ? "larger" : "smaller") + " number");
      return false;
    }
    return true;
  }

  /** A number or duration as the person wrote it. */
  String written(String key) {
    return at(key) instanceof Scalar scalar ? scalar.text() : "another value";
  }

  /** From 0 to {@link #LONGEST}. */
  @Nullable Duration duration(String key) {
    Duration value = parsed(key, "a duration", "Write one such as 180s, 3m or 1h30m", Quantities::duration);
    if (value != null && value.compareTo(LONGEST) > 0) {
      error(at(key), path + key + " must be at most 366d, here it is " + written(key), "Write a shorter time");
      return null;
    }
    return value;
  }

  /** Over 0. */
  @Nullable Duration positiveDuration(String key) {
    Duration value = duration(key);
    if (value != null && value.isZero()) {
      error(at(key), path + key + " must be more than 0", "Write a longer time such as 60s");
      return null;
    }
    return value;
  }

  /** Whole seconds, as AWS takes them. */
  @Nullable Duration seconds(String key) {
    Duration value = duration(key);
    if (value != null && value.toNanosPart() != 0) {
      error(at(key), path + key + " must be whole seconds, here it is " + written(key), "Write whole seconds such as 180s");
      return null;
    }
    return value;
  }

  @Nullable Instant instant(String key) {
    return parsed(key, "an instant", "Write one such as 2026-01-05T08:00:00Z", Quantities::instant);
  }

  @Nullable Double usd(String key) {
    return parsed(key, "an amount of money", "Write one such as 8 USD", Quantities::usd);
  }

  @Nullable Integer mebibytes(String key) {
    return parsed(key, "a size", "Write one such as 24 GiB", Quantities::mebibytes);
  }

  /** True or false, {@code otherwise} when absent. */
  boolean truth(String key, boolean otherwise) {
    Boolean value = parsed(key, "true or false", "Write true or false", text -> switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    });
    return value == null ? otherwise : value;
  }

  /** One of the words, each with its meaning. */
  <T> @Nullable T choice(String key, Map<String, T> words) {
    Scalar scalar = scalar(key, "one of " + String.join(", ", words.keySet()));
    return scalar == null ? null : Choices.of(scalar, path + key, words, problems);
  }

  private <T> @Nullable T parsed(
      String key, String type, String nextStep, Function<String, Optional<T>> reader) {
    Scalar scalar = scalar(key, type);
    if (scalar == null) {
      return null;
    }
    Optional<T> value = reader.apply(scalar.text());
    if (value.isEmpty()) {
      error(scalar, path + key + " must be " + type + ", here it is " + Problems.quoted(scalar.text()), nextStep);
    }
    return value.orElse(null);
  }

  private @Nullable Scalar scalar(String key, String type) {
    Node node = any(key);
    if (node == null || node instanceof Scalar) {
      return (Scalar) node;
    }
    error(node, path + key + " must be " + type + ", here it is " + node.kind(), "Write a single value after " + key + ":");
    return null;
  }

  /** Reports the keys that were never asked for. */
  void close() {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        String otherwise = key.equals("<<") ? "Merge keys are not read, write the keys out"
            : "The keys here are " + String.join(", ", known);
        error(entry.key(), "unknown key " + Problems.quoted(key), Nearest.didYouMean(key, known, otherwise));
      }
    }
  }

  /** Every key with its value, all of them known. */
  List<Entry> all() {
    mapping.entries().forEach(entry -> known.add(entry.key().text()));
    return new ArrayList<>(mapping.entries());
  }

  void error(Node at, String what, String nextStep) {
    problems.error(at, what, nextStep);
  }
}
