package io.sagescale.yaml;

import io.sagescale.yaml.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words of which a file must use one. */
final class Choices {
  private Choices() {}

  /** The values of an enum by the words of a file, in the enum's order. */
  static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }

  /** Null after reporting that the scalar is none of the words. */
  static <T> @Nullable T of(Scalar scalar, String what, Map<String, T> words, Problems problems) {
    T value = words.get(scalar.text());
    if (value == null) {
      String all = String.join(", ", words.keySet());
      problems.error(scalar, what + " must be one of " + all + ", here it is " + Problems.quoted(scalar.text()),
          Nearest.didYouMean(scalar.text(), words.keySet(), "Write one of " + all));
    }
    return value;
  }
}
