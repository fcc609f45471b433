package io.sagescale.cli;

import io.sagescale.report.Format;
import io.sagescale.report.ProblemReport;
import io.sagescale.report.RunReport;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.Simulation;
import io.sagescale.simulate.TraceProblem;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate}: one run of policies on a scenario's traffic in virtual time, or one for each of several seeds. */
@Command(
    name = "simulate",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale simulate FILE... [OPTIONS]",
    sortOptions = false,
    header = "Run policies on traffic in virtual time, and see what comes of it.",
    description = {
      "",
      "Shows when the policy noticed that the load rose, when the added capacity was in service and where the minutes "
          + "went, who waited, and what it cost. Policies of several files that scale different targets of one endpoint "
          + "run together; the result is about the target of the first.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale simulate policies/llama3-8b-concurrency.yaml",
      "  sagescale simulate policy.yaml --scenario launch.yaml --seed 7",
      "  sagescale simulate policy.yaml --trace requests.csv.gz -o json",
      "  sagescale simulate policy.yaml --seeds 20",
      "",
      "Exit codes: 0 done, 1 failed, 3 problems in a file, 252 wrong usage."
    })
final class SimulateCommand implements Task {
  /** Source: our choice, so that a slip of the finger does not keep a machine busy for a day. */
  static final int MOST_SEEDS = 10_000;

  /** Source: our choice, because the rows of all runs are held until the last one is done. */
  private static final int MOST_SEEDS_AS_ROWS = 1_000;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files, or folders with *.yaml files in them.")
  private List<Path> files = List.of();

  @Option(names = "--scenario", paramLabel = "FILE", description = "Takes the place of the scenario in the policy file.")
  private @Nullable Path scenario;

  @Option(names = "--trace", paramLabel = "FILE",
      description = "Requests, one a line, that take the place of the scenario's traffic; CSV or JSON lines, also gzipped.")
  private @Nullable Path trace;

  @Option(names = "--seed", paramLabel = "N", description = "Takes the place of the scenario's seed.")
  private @Nullable Long seed;

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "1",
      description = "Run N times, with this seed and the following ones, and show intervals.")
  private int seeds;

  @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
      converter = FormatWord.Reader.class, completionCandidates = FormatWord.All.class,
      description = "One of ${COMPLETION-CANDIDATES}; csv is one row for each ten seconds.")
  private Format output = Format.TABLE;

  @Option(names = "--journal", paramLabel = "FILE", description = "Write every fact of the run, one a line.")
  private @Nullable Path journal;

  @Option(names = "--threads", paramLabel = "N", hidden = true)
  private @Nullable Integer threads;

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  SimulateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    refuseWrongCounts();
    Runs planned = PolicyFiles.runs(paths(files), path(scenario), path(trace));
    if (!ProblemLines.areHarmless(planned.problems(), around, common.isQuiet)) {
      return Exit.PROBLEMS;
    }
    TogetherRun run = TogetherRun.of(planned.runs());
    long first = seed == null ? run.scenario().seed() : seed;
    try {
      String text = seeds == 1 ? one(run, first, inputs(planned)) : several(run, first);
      if (output == Format.TABLE) {
        around.showPeople(text);
      } else {
        around.showPrograms(text);
      }
      return Exit.DONE;
    } catch (TraceProblem problem) {
      around.err().println(ProblemReport.line(String.valueOf(problem.getMessage())));
      return Exit.PROBLEMS;
    }
  }

  private void refuseWrongCounts() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw Refusal.usage("--seeds must be from 1 to " + MOST_SEEDS + ", here it is " + seeds, "Try --seeds 20");
    }
    if (seeds > MOST_SEEDS_AS_ROWS && output == Format.CSV) {
      throw Refusal.usage("csv is for at most " + MOST_SEEDS_AS_ROWS + " seeds, here they are " + seeds, "Use -o json");
    }
    if (seeds > 1 && journal != null) {
      throw Refusal.usage("a journal is of one run, and --seeds asks for " + seeds, "Leave out --seeds or --journal");
    }
    if (threads != null && threads < 1) {
      throw Refusal.usage("--threads must be 1 or more, here it is " + threads, "Leave it out for one per processor");
    }
  }

  private String one(TogetherRun run, long runSeed, List<Path> inputs) {
    try (Progress progress = progress(); Journal facts = Journal.to(path(journal), inputs)) {
      RunResult result = Simulation.run(run.policies(), run.withSeed(runSeed), progress::at, facts.orNull());
      progress.clear();
      return RunReport.of(result, output, common.look(around));
    }
  }

  private String several(TogetherRun run, long first) {
    if (first > Long.MAX_VALUE - seeds) {
      throw Refusal.usage("there are no " + seeds + " seeds from " + first + " on", "Begin with a smaller --seed");
    }
    try (Progress progress = progress()) {
      List<Callable<RunResult>> tasks = LongStream.range(first, first + seeds)
          .<Callable<RunResult>>mapToObj(s -> () -> kept(
              Simulation.run(run.policies(), run.withSeed(s), Simulation.Progress.NONE, null)))
          .toList();
      List<RunResult> results =
          around.workers().all(tasks, threadCount(), done -> progress.at(done, seeds));
      progress.clear();
      return RunReport.ofSeeds(results, output, common.look(around));
    }
  }

  /** Without its samples, unless they are asked for: thousands of runs must fit side by side. */
  private RunResult kept(RunResult run) {
    return output == Format.CSV ? run : RunReport.withoutHistory(run);
  }

  private Progress progress() {
    return new Progress(around, around.terminal().isErr() && !common.isQuiet);
  }

  private int threadCount() {
    if (threads != null) {
      return threads;
    }
    String variable = around.variable("SAGESCALE_THREADS");
    if (variable == null) {
      return 0;
    }
    if (!variable.matches("[1-9][0-9]{0,3}")) {
      throw Refusal.usage("SAGESCALE_THREADS is " + Cli.quoted(variable) + ", not a number from 1 to 9999",
          "Leave it out for one thread per processor");
    }
    return Integer.parseInt(variable);
  }

  /** What the journal must not overwrite: the files read, and those that the scenario names in them. */
  private List<Path> inputs(Runs planned) {
    List<Path> inputs = new ArrayList<>(planned.files());
    if (scenario != null) {
      inputs.add(around.folder().resolve(scenario));
    }
    if (trace != null) {
      inputs.add(around.folder().resolve(trace));
    }
    return inputs;
  }

  private List<Path> paths(List<Path> written) {
    return written.stream().map(around.folder()::resolve).toList();
  }

  private @Nullable Path path(@Nullable Path written) {
    return written == null ? null : around.folder().resolve(written);
  }
}
