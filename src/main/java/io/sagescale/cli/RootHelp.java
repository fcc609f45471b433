package io.sagescale.cli;

import io.sagescale.awscli.AwsService;
import java.util.List;

/** The help of the whole: what there is, three commands to begin with, what exit codes and variables mean. */
final class RootHelp {
  static final List<String> OPTIONS =
      List.of("--help", "--version", "--no-color", "--ascii", "--quiet", "--debug");

  private RootHelp() {}

  static String text(boolean isColoured) {
    StringBuilder text = new StringBuilder("""
        sagescale shows what an auto scaling policy for Amazon SageMaker does to real
        traffic, before a GPU is paid for: when it notices a rise, when the capacity is
        there, who waits meanwhile, and what it costs.

        """);
    text.append(title("Usage", isColoured)).append("  sagescale COMMAND [OPTIONS] [FILE...]\n\n");
    text.append(title("Commands", isColoured));
    Commands.ALL.forEach(entry -> text.append("  %-12s%s%n".formatted(entry.name(), entry.summary())));
    text.append("  %-12s%s%n".formatted("help", "help on a command: sagescale help simulate")).append('\n');
    text.append(title("Things on AWS, or on an engine of your own", isColoured));
    Nouns.ALL.stream().filter(noun -> noun.length() == 1).forEach(noun -> text.append("  %-12s%s%n".formatted(noun.name(),
        noun.summary() + ": " + String.join(", ", Nouns.next(noun)))));
    text.append('\n').append(title("AWS's own API, with the flags of aws", isColoured));
    text.append("  ").append(String.join(", ", AwsService.words())).append("\n");
    return text.append('\n')
        .append(title("Begin here", isColoured)).append("""
              sagescale simulate policies/llama3-8b-concurrency.yaml
              sagescale simulate policy.yaml --scenario scenario.yaml --seeds 20
              sagescale validate policies/
              sagescale target list --engine local

            """)
        .append(title("Options of every command", isColoured)).append("""
              -h, --help      help on the command
              --no-color      no colours
              --ascii         charts and marks in ASCII only
              -q, --quiet     say nothing on stderr but errors
              --debug         show the stack trace of a bug

            """)
        .append(title("Exit codes", isColoured)).append("""
              0    done                               130  interrupted
              1    something failed                   252  wrong usage
              2    AWS is not as the files say        253  no region, credentials or answer
              3    problems in a file                 254  AWS or the engine refused
              124  a wait ran out                     255  a bug of ours

            """)
        .append(title("Environment", isColoured)).append("""
              NO_COLOR            no colours, if set to anything
              COLUMNS             width of tables and charts
              SAGESCALE_ENGINE    aws, local or a URL, for commands on things
              SAGESCALE_OWNER     whose files they are, for plan, apply, drift and destroy
              SAGESCALE_THREADS   runs at a time with --seeds; does not change the answer
            """)
        .toString();
  }

  static String title(String words, boolean isColoured) {
    return (isColoured ? "\u001b[1m" + words + "\u001b[0m" : words) + "\n";
  }
}
