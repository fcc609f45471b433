package io.sagescale.cli;

import io.sagescale.plan.Ownership;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose files are meant. */
final class OwnerOption {
  // A tag holds it, so it is as plain as a name of AWS.
  private static final String PLAIN = "[A-Za-z0-9._-]{1,100}";

  @Option(names = "--owner", paramLabel = "NAME",
      description = "Whose files they are, a word for each repository; SAGESCALE_OWNER, else sagescale.")
  private @Nullable String owner;

  boolean isOption() {
    return owner != null;
  }

  boolean isGiven(Surroundings around) {
    return owner != null || around.variable("SAGESCALE_OWNER") != null;
  }

  String owner(Surroundings around) {
    @Nullable String variable = around.variable("SAGESCALE_OWNER");
    String chosen = owner != null ? owner : variable != null ? variable : Ownership.DEFAULT_OWNER;
    if (!chosen.matches(PLAIN)) {
      throw Refusal.usage("the owner " + Cli.quoted(chosen) + " is not 1 to 100 letters, digits, dots or dashes",
          "Name the repository, for example --owner genai-endpoints");
    }
    return chosen;
  }
}
