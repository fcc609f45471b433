package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** A target to which a list is narrowed, or none. */
final class TargetFilter {
  // Read as text, because picocli passes over an optional word that a converter refuses.
  @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET",
      description = "Only of this target: ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private @Nullable String word;

  @Nullable ResourceId target() {
    try {
      return word == null ? null : new TargetWord().convert(word);
    } catch (TypeConversionException wrong) {
      throw Refusal.usage(String.valueOf(wrong.getMessage()), "What there is: sagescale target list");
    }
  }
}
