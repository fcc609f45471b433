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

  /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(cost[i - 1][j - 1] + (isSame ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
