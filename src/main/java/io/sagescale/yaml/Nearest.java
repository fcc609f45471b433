package io.sagescale.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a person probably meant. */
public final class Nearest {
  /** Longest word that is compared; longer ones are nobody's slip of the finger. */
  private static final int MOST_LENGTH = 100;

  private Nearest() {}

  /** The candidate at the least edit distance, if that is at most a third of its length; the first of equals. */
  public static @Nullable String of(String written, Collection<String> candidates) {
    if (written.length() > MOST_LENGTH) {
      return null;
    }
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least && distance <= Math.max(1, candidate.length() / 3)) {
        best = candidate;
        least = distance;
      }
    }
    return best;
  }

  /** "Did you mean X", or else the given sentence. */
  public static String didYouMean(String written, Collection<String> candidates, String otherwise) {
    String nearest = of(written, candidates);
    return nearest == null ? otherwise : "Did you mean " + nearest + "?";
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
