package io.sagescale.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** One thing as it is and as it shall be; null on the left for a new thing, on the right for one that goes. */
public record Edit(@Nullable Settings before, @Nullable Settings after) {
  public Edit {
    if (before == null && after == null) {
      throw new IllegalArgumentException("an edit of nothing into nothing");
    }
  }

  /** One setting that differs; null where there is none. */
  public record Difference(String setting, @Nullable String before, @Nullable String after) {}

  public boolean isNew() {
    return before == null;
  }

  public boolean isGone() {
    return after == null;
  }

  /** In the order of the settings as they shall be, then those that go. */
  public List<Difference> differences() {
    SequencedSet<String> keys = new LinkedHashSet<>();
    if (after != null) {
      keys.addAll(after.values().keySet());
    }
    if (before != null) {
      keys.addAll(before.values().keySet());
    }
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      String was = before == null ? null : before.values().get(key);
      String becomes = after == null ? null : after.values().get(key);
      if (was == null || !was.equals(becomes)) {
        differences.add(new Difference(key, was, becomes));
      }
    }
    return differences;
  }

  /** True when one of the settings differs. */
  public boolean isAbout(String... settings) {
    return differences().stream().anyMatch(difference -> List.of(settings).contains(difference.setting()));
  }
}
