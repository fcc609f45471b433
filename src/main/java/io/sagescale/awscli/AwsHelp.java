package io.sagescale.awscli;

import io.sagescale.wire.ValueType;
import java.util.Set;

/** Help on a service and on an operation, made from the same tables and types as the flags themselves. */
public final class AwsHelp {
  private static final int COLUMNS = 80;
  private static final int ABOUT = 33;

  private AwsHelp() {}

  /**
   * The operations of a service.
   *
   * @param local AWS's names of those that the local engine has
   */
  public static String service(AwsService service, Set<String> local) {
    StringBuilder text = new StringBuilder("sagescale " + service.word() + ": AWS's own API, in the words of aws.\n\n"
        + "Usage\n  sagescale " + service.word() + " OPERATION [FLAGS]\n\nOperations; those with * the local engine has too\n");
    service.operations().forEach(operation ->
        text.append(local.contains(operation.name()) ? "  * " : "    ").append(operation.word()).append('\n'));
    return text.append("\nHelp on one: sagescale ").append(service.word()).append(' ')
        .append(service.operations().getFirst().word()).append(" --help\n").toString();
  }

  /** The flags of an operation. */
  public static String operation(AwsOperation operation) {
    String line = operation.service().word() + " " + operation.word();
    StringBuilder text = new StringBuilder(operation.name() + " of AWS's API, in the words of aws.\n\nUsage\n");
    text.append(wrapped("  sagescale " + line, required(operation) + " [FLAGS]"));
    text.append("\nFlags; those with * are required, and a switch also goes as --no-FLAG\n");
    operation.flags().values().forEach(flag -> text.append(row(
        (flag.isRequired() ? "  * --" : "    --") + flag.word(), flag.isSwitch() ? "switch" : flag.typeText())));
    text.append("\nOptions of every operation\n");
    for (AwsOption option : AwsOption.values()) {
      if (!option.isOfPages() || operation.paging() != null) {
        text.append(row("    --" + option.word(), option.about()));
      }
    }
    return text.append("\nExamples\n")
        .append(wrapped("  sagescale " + line, "--generate-cli-skeleton"))
        .append(wrapped("  sagescale " + line, "--cli-input-json file://input.json")).toString();
  }

  private static String row(String option, String about) {
    return option.length() < ABOUT ? option + " ".repeat(ABOUT - option.length()) + about + "\n"
        : option + "\n" + " ".repeat(ABOUT) + about + "\n";
  }

  private static String required(AwsOperation operation) {
    StringBuilder flags = new StringBuilder();
    operation.flags().values().stream().filter(Flag::isRequired).forEach(flag ->
        flags.append(" --").append(flag.word()).append(flag.isSwitch() ? "" : " " + placeholder(flag.type())));
    return flags.toString();
  }

  private static String placeholder(ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar -> scalar == ValueType.Scalar.INTEGER || scalar == ValueType.Scalar.DOUBLE ? "N"
          : scalar == ValueType.Scalar.TIMESTAMP ? "TIME" : "TEXT";
      case ValueType.ListOf list -> placeholder(list.element()) + "...";
      case ValueType.MapOf map -> "KEY=VALUE,...";
      case ValueType.Structure structure -> structure.members().keySet().stream().findFirst().orElse("KEY") + "=VALUE,...";
    };
  }

  /** Words over lines of at most 80 columns. */
  private static String wrapped(String start, String words) {
    StringBuilder text = new StringBuilder(start);
    int column = start.length();
    for (String word : words.strip().split(" (?=--|\\[)")) {
      if (column + word.length() + 3 > COLUMNS) {
        text.append(" \\\n     ");
        column = 5;
      }
      text.append(' ').append(word);
      column += word.length() + 1;
    }
    return text.append('\n').toString();
  }
}
