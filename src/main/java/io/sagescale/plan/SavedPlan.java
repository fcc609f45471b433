package io.sagescale.plan;

import java.util.List;

/**
 * A plan that was shown, kept to be applied later: exactly it, or nothing. It holds the files as they were, from which the same
 * plan follows as long as the world is the same.
 *
 * @param where the engine and region that it was made for
 * @param isPruning whether it also takes away what this owner has beside the files
 * @param fingerprint of the world as it was, see {@link Plan#fingerprint}
 * @param digest of its changes, see {@link Plan#digest}
 */
public record SavedPlan(
    String where, Ownership ownership, boolean isPruning, String fingerprint, String digest, List<SourceFile> files) {
  public SavedPlan {
    files = List.copyOf(files);
  }

  /** A policy file as it was. */
  public record SourceFile(String name, String text) {}
}
