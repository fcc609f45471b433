package io.sagescale.plan;

/**
 * Whose files are planned.
 *
 * @param owner a word that all files of one repository share; targets carry it as a tag
 * @param isAdopting whether targets, policies and alarms that are there and not this owner's are taken over when a file names them
 */
public record Ownership(String owner, boolean isAdopting) {
  /** Whose they are where nobody says it. */
  public static final String DEFAULT_OWNER = "sagescale";
}
