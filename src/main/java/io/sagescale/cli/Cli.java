package io.sagescale.cli;

import io.sagescale.awscli.AwsLine;
import io.sagescale.awscli.AwsService;
import io.sagescale.report.ProblemReport;
import io.sagescale.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One command line from its words to its exit code. */
public final class Cli {
  private static final List<String> COMMON = List.of("--no-color", "--ascii", "--quiet", "-q", "--debug");

  /** Commands on files that ask AWS. */
  private static final List<String> OVER_AWS = List.of("plan", "apply", "drift", "destroy");

  private Cli() {}

  /** Exceptions other than those for a person's mistakes are bugs, and pass through. */
  public static int run(Surroundings around, String... args) {
    List<String> words = commandFirst(args);
    if (words.isEmpty() || COMMON.contains(words.getFirst())) {
      around.err().print(RootHelp.text(false));
      return Exit.USAGE;
    }
    if (AwsLine.isMeant(words)) {
      return inAwsWords(around, words);
    }
    return switch (words.getFirst()) {
      case "-h", "--help", "help" -> help(around, words.subList(1, words.size()));
      case "-V", "--version" -> new VersionCommand(around).run();
      default -> command(around, words);
    };
  }

  /** Whether the words name something that is done through AWS's API. */
  public static boolean isOverAws(String... args) {
    List<String> words = commandFirst(args);
    String first = words.isEmpty() ? "" : words.getFirst();
    return words.size() > 1 && !first.equals("engine")
        && (Nouns.named(first).isPresent() || AwsService.words().contains(first)
            || OVER_AWS.contains(first));
  }

  /** Common options before the command go behind it. */
  private static List<String> commandFirst(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    int first = 0;
    while (first < words.size() && COMMON.contains(words.get(first))) {
      first++;
    }
    if (first > 0 && first < words.size()) {
      words.add(0, words.remove(first));
    }
    return words;
  }

  private static int help(Surroundings around, List<String> about) {
    List<String> commands = about.stream().filter(word -> !COMMON.contains(word)).toList();
    if (commands.isEmpty()) {
      around.out().print(RootHelp.text(isColoured(around, about)));
      return Exit.DONE;
    }
    if (AwsService.ofWord(commands.getFirst()).isPresent()) {
      return inAwsWords(around, Stream.concat(commands.stream(), Stream.of("--help")).toList());
    }
    int most = Nouns.beginning(commands).map(noun -> noun.length() + 1).orElse(1);
    List<String> words = new ArrayList<>(commands.subList(0, Math.min(most, commands.size())));
    words.add("--help");
    return command(around, words);
  }

  private static int command(Surroundings around, List<String> words) {
    String name = words.getFirst();
    Optional<Commands.Entry> entry = Commands.named(name);
    if (entry.isPresent()) {
      return task(around, name, entry.get().maker().apply(around), words.subList(1, words.size()));
    }
    Optional<Commands.Noun> noun = Nouns.beginning(words);
    if (noun.isPresent()) {
      return verb(around, noun.get(), words.subList(noun.get().length(), words.size()));
    }
    boolean isOption = name.startsWith("-");
    return usage(around, "unknown " + (isOption ? "option " : "command ") + quoted(name),
        Nearest.didYouMean(name, isOption ? RootHelp.OPTIONS : firstWords(), "See: sagescale --help"));
  }

  private static List<String> firstWords() {
    return Stream.concat(Commands.names().stream(), AwsService.words().stream()).toList();
  }

  private static int inAwsWords(Surroundings around, List<String> words) {
    try {
      return new AwsNames(around, words).run();
    } catch (Refusal refusal) {
      return said(around, refusal.exit(), String.valueOf(refusal.getMessage()), refusal.nextStep());
    }
  }

  private static int verb(Surroundings around, Commands.Noun noun, List<String> words) {
    String help = NounHelp.text(noun, isColoured(around, words));
    if (words.isEmpty()) {
      around.err().print(help);
      return Exit.USAGE;
    }
    String word = words.getFirst();
    Optional<Commands.Entry> entry = noun.verb(word);
    if (entry.isPresent()) {
      return task(around, noun.name() + " " + word, entry.get().maker().apply(around), words.subList(1, words.size()));
    }
    if (word.equals("--help") || word.equals("-h")) {
      around.out().print(help);
      return Exit.DONE;
    }
    return usage(around, noun.name() + " has no command " + quoted(word),
        Nearest.didYouMean(word, Nouns.next(noun), "See: sagescale " + noun.name() + " --help"));
  }

  private static int task(Surroundings around, String name, Task task, List<String> words) {
    CommandLine line = commandLine(name, task, CommonOptions.columns(around));
    try {
      line.parseArgs(words.toArray(String[]::new));
      if (line.isUsageHelpRequested()) {
        around.out().print(line.getUsageMessage(isColoured(around, words) ? Ansi.ON : Ansi.OFF));
        return Exit.DONE;
      }
      return task.run();
    } catch (ParameterException wrong) {
      return usage(around, firstLine(wrong), nextStep(wrong, name));
    } catch (Refusal refusal) {
      return said(around, refusal.exit(), String.valueOf(refusal.getMessage()), refusal.nextStep());
    }
  }

  private static boolean isColoured(Surroundings around, List<String> words) {
    return !words.contains("--no-color") && new CommonOptions().look(around).isColoured();
  }

  private static CommandLine commandLine(String name, Task task, int columns) {
    CommandLine line = new CommandLine(task);
    line.setCommandName("sagescale " + name);
    HelpLayout.apply(line.getCommandSpec().usageMessage());
    line.setUsageHelpWidth(Math.clamp(columns, 60, 120));
    line.setUnmatchedOptionsArePositionalParams(false);
    Arguments.teach(line);
    return line;
  }

  private static String firstLine(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      if (word.isBlank()) {
        return "an empty word is not a file";
      }
      return (unmatched.isUnknownOption() ? "unknown option " : "one word too many: ") + quoted(word);
    }
    String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static String nextStep(ParameterException wrong, String command) {
    String seeHelp = "See: sagescale " + command + " --help";
    if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      @Nullable String nearest = Nearest.of(
          unmatched.getUnmatched().getFirst().replaceFirst("=.*", ""),
          List.copyOf(wrong.getCommandLine().getCommandSpec().optionsMap().keySet()));
      return nearest == null ? seeHelp : "Did you mean " + nearest + "? " + seeHelp;
    }
    return seeHelp;
  }

  private static int usage(Surroundings around, String what, String nextStep) {
    return said(around, Exit.USAGE, what, nextStep);
  }

  private static int said(Surroundings around, int exit, String what, String nextStep) {
    around.err().println("sagescale: " + ProblemReport.line(what) + ".");
    around.err().println(nextStep);
    return exit;
  }

  /** A word in quotes, on one line; characters a terminal would act on become {@code ?}. */
  static String quoted(String word) {
    StringBuilder text = new StringBuilder("'");
    word.codePoints().limit(80).forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return text.append('\'').toString();
  }
}
