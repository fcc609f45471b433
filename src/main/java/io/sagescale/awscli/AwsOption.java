package io.sagescale.awscli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An option that is none of an operation's own: AWS's global ones, those of every operation, and ours. */
public enum AwsOption {
  ENGINE(Takes.ONE, "aws, local or a URL"),
  STATE(Takes.ONE, "folder of the local engine's state"),
  REGION(Takes.ONE, "AWS region"),
  PROFILE(Takes.ONE, "AWS profile"),
  ENDPOINT_URL(Takes.ONE, "the same as --engine URL"),
  OUTPUT(Takes.ONE, "json, text, table or yaml; also -o"),
  QUERY(Takes.ONE, "JMESPath that picks from the answer"),
  CLI_INPUT_JSON(Takes.ONE, "the input as JSON; flags beside it win"),
  GENERATE_CLI_SKELETON(Takes.ONE_OR_NONE, "print an input to fill in, and ask nothing"),
  NO_PAGINATE(Takes.NONE, "one page, as AWS answers it"),
  STARTING_TOKEN(Takes.ONE, "NextToken of a list that --max-items cut"),
  MAX_ITEMS(Takes.ONE, "at most so many items"),
  PAGE_SIZE(Takes.ONE, "items asked for at a time"),
  NO_SIGN_REQUEST(Takes.NONE, "taken; engines need no credentials, AWS does"),
  NO_CLI_PAGER(Takes.NONE, "taken; there is no pager"),
  CLI_BINARY_FORMAT(Takes.ONE, "taken; no input is binary"),
  COLOR(Takes.ONE, "taken; answers have no colours"),
  NO_COLOR(Takes.NONE, "taken; answers have no colours"),
  QUIET(Takes.NONE, "say nothing on stderr but errors; also -q"),
  DEBUG(Takes.NONE, "show the stack trace of a bug"),
  HELP(Takes.NONE, "this help; also -h, or help as a word");

  /** How many words follow an option. */
  enum Takes { NONE, ONE, ONE_OR_NONE }

  private final Takes takes;
  private final String about;

  AwsOption(Takes takes, String about) {
    this.takes = takes;
    this.about = about;
  }

  /** Without the hyphens before it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String about() {
    return about;
  }

  Takes takes() {
    return takes;
  }

  boolean isOfPages() {
    return this == STARTING_TOKEN || this == MAX_ITEMS || this == PAGE_SIZE;
  }

  static Optional<AwsOption> ofWord(String word) {
    return Stream.of(values()).filter(option -> option.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(AwsOption::word).toList();
  }
}
