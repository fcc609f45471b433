package io.sagescale.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of a command over AWS's API is laid out, so that no command has to say it. */
final class HelpLayout {
  private static final String EXITS =
      "Exit codes: 0 done, 252 wrong usage, 253 no way to the engine, 254 refused.";

  private HelpLayout() {}

  /** Leaves commands alone that say their layout themselves. */
  static void apply(UsageMessageSpec usage) {
    if (usage.description().length > 0) {
      return;
    }
    usage.synopsisHeading("%nUsage: ").sortOptions(false).description("").footerHeading("%nExamples%n");
    List<String> footer = new ArrayList<>(Arrays.asList(usage.footer()));
    footer.addAll(List.of("", EXITS));
    usage.footer(footer.toArray(String[]::new));
  }
}
