package io.sagescale.api;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * The tag keys that AWS keeps to itself: those that begin with {@code aws:}, in any case.
 *
 * <p>Source: AWS general reference, tagging. Unverified: the text, and that removing such a key is not refused.
 */
final class ReservedTags {
  private static final String PREFIX = "aws:";

  private ReservedTags() {}

  /** Refuses reserved keys as {@code ValidationException}. */
  static void refuse(Collection<String> keys) {
    refuse(keys, Refusal::invalid);
  }

  static void refuse(List<Tag> tags) {
    refuse(tags.stream().map(Tag::key).toList(), Refusal::invalid);
  }

  /** @param refusal makes the service's refusal of the sentence about the first reserved key */
  static void refuse(Collection<String> keys, Function<String, Refusal> refusal) {
    for (String key : keys) {
      if (key.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
        throw refusal.apply("The tag key %s begins with %s, which is reserved.".formatted(key, PREFIX));
      }
    }
  }
}
