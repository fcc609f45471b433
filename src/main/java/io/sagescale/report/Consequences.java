package io.sagescale.report;

import io.sagescale.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the changes of a target mean for its load, in words. */
final class Consequences {
  private Consequences() {}

  /** A sentence for each direction of scaling in which something changes. */
  static List<String> of(Plan.Part part) {
    Detection before = Detection.of(part.observed());
    Detection after = part.desired() == null ? new Detection(null, null) : Detection.of(part.desired());
    List<String> sentences = new ArrayList<>();
    if (!part.changes().isEmpty()) {
      add("scale-out", before.out(), after.out(), sentences);
      add("scale-in", before.in(), after.in(), sentences);
    }
    return sentences;
  }

  private static void add(
      String what, @Nullable Duration before, @Nullable Duration after, List<String> sentences) {
    if (after == null && before != null) {
      sentences.add("no " + what + " any more (it came after about " + Words.duration(before) + ")");
    } else if (after != null && before == null) {
      sentences.add(what + " after about " + Words.duration(after));
    } else if (after != null && before != null && !after.equals(before)) {
      sentences.add(what + " after about " + Words.duration(after) + " instead of " + Words.duration(before));
    }
  }
}
