package io.sagescale.cli;

import io.sagescale.local.AccessKey;
import io.sagescale.local.BackgroundEngine;
import io.sagescale.local.EngineLog;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.EngineServer;
import io.sagescale.local.Serving;
import io.sagescale.local.StateProblem;
import io.sagescale.report.ProblemReport;
import io.sagescale.simulate.TraceProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code engine start}: this process becomes the engine, or starts one in the background. */
@Command(
    name = "start",
    customSynopsis = "sagescale engine start [OPTIONS]",
    header = "Serve AWS's API on this machine, for aws, the SDKs, Terraform and sagescale.",
    footer = {
      "  sagescale engine start --clock manual --in-memory --port 0 --detach",
      "  sagescale engine start --speed 60 --scenario policies/llama3-8b-concurrency.yaml --in-memory",
      "  sagescale engine start --port 0 --state .sagescale --log-format json"
    })
final class EngineStartCommand implements Task {
  static final String CREDENTIALS = "SAGESCALE_ENGINE_CREDENTIALS";

  @Option(names = "--port", paramLabel = "N", defaultValue = "" + Serving.PORT,
      description = "Port to listen on; 0 for any that is free. ${DEFAULT-VALUE}.")
  private int port;

  @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = Serving.LOOPBACK,
      description = "Address to listen on. ${DEFAULT-VALUE}, this machine alone.")
  private String host = Serving.LOOPBACK;

  @Option(names = "--clock", paramLabel = "CLOCK", defaultValue = "real",
      description = "real, or manual: time moves by 'sagescale engine advance' alone.")
  private String clock = "real";

  @Option(names = "--speed", paramLabel = "N", defaultValue = "1", description = "Engine seconds for each second.")
  private String speed = "1";

  @Option(names = "--scenario", paramLabel = "FILE",
      description = "A policy file with a scenario whose traffic is played on the policy's target.")
  private @Nullable Path scenario;

  @Option(names = "--policy", paramLabel = "FILE", description = "The policy, where the file of --scenario has none.")
  private @Nullable Path policy;

  @Option(names = "--state", paramLabel = "DIR", description = "Folder that keeps the engine; .sagescale.")
  private @Nullable Path state;

  @Option(names = "--in-memory", description = "Keep nothing.")
  private boolean isInMemory;

  @Option(names = "--strict", description = "Refuse targets that nobody created, as AWS does.")
  private boolean isStrict;

  @Option(names = "--verify-signatures",
      description = "Refuse calls to AWS's API that are not signed with the one key there is: --credentials, "
          + "or SAGESCALE_ENGINE_CREDENTIALS. How old a signature is does not matter, and /_sagescale/ stays open.")
  private boolean isVerifying;

  @Option(names = "--credentials", paramLabel = "KEY:SECRET",
      description = "The key for --verify-signatures. Others on this machine see it; the variable hides it.")
  private @Nullable String credentials;

  @Option(names = "--region", paramLabel = "REGION", description = "Region of a new engine; us-east-1.")
  private @Nullable String region;

  @Option(names = "--log", paramLabel = "FILE", description = "Append the log to a file, in place of stderr.")
  private @Nullable Path log;

  @Option(names = "--log-format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json.")
  private String logFormat = "text";

  @Option(names = "--detach", description = "Start it in the background, and come back when it answers.")
  private boolean isDetached;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  EngineStartCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (isInMemory && state != null) {
      throw Refusal.usage("an engine that is kept in " + state + " is not in memory alone", "Leave out --state or --in-memory");
    }
    Serving serving = serving();
    EngineLog.Format format = oneOf("--log-format", logFormat, List.of("text", "json")).equals("json")
        ? EngineLog.Format.JSON : EngineLog.Format.TEXT;
    @Nullable ScenarioPlay play = ScenarioPlay.read(around, scenario, policy, common.isQuiet);
    if (isDetached) {
      return detached();
    }
    if (!serving.host().equals(Serving.LOOPBACK)) {
      around.err().println("anyone who reaches " + serving.host() + " can use this engine");
    }
    try (PrintStream file = logFile()) {
      PrintStream to = file == null ? around.err() : file;
      EngineLog lines = new EngineLog(line -> to.println(ProblemReport.line(line)), format, around.clock());
      return serve(serving, options(play, lines), lines, play);
    }
  }

  private int serve(Serving serving, EngineOptions options, EngineLog lines,
      @Nullable ScenarioPlay play) {
    try (EngineServer server =
        EngineServer.start(options, serving, around.clock(), lines, play == null ? null : play.traffic())) {
      around.clock().onEnd(server::stop);
      around.out().print(welcome(server.uri().toString()));
      around.out().flush();
      int exit = server.untilStopped();
      if (server.failure() != null) {
        throw Refusal.failed("the engine ended: " + server.failure().getMessage(), "Its log tells what was before");
      }
      return exit;
    } catch (StateProblem problem) {
      throw Refusal.configuration(String.valueOf(problem.getMessage()), problem.nextStep());
    } catch (TraceProblem problem) {
      around.err().println(ProblemReport.line(String.valueOf(problem.getMessage())));
      return Exit.PROBLEMS;
    } catch (BindException e) {
      throw Refusal.configuration("cannot listen on " + serving.host() + " port " + serving.port() + ": "
          + ProblemReport.line(String.valueOf(e.getMessage())),
          "See who has it with 'sagescale engine status', or take another with --port N (0 for any that is free)");
    } catch (IOException e) {
      throw Refusal.failed("the engine cannot be served: " + ProblemReport.line(String.valueOf(e.getMessage())),
          "Try another --port or --host");
    }
  }

  private static String welcome(String url) {
    return "engine at " + url + ": export AWS_ENDPOINT_URL=" + url + " for aws, boto3 and Terraform, or --engine " + url
        + " for sagescale\n";
  }

  /** The same command in a process of its own, without what makes it one. */
  private int detached() {
    List<String> words = new ArrayList<>(List.of("engine", "start"));
    spec.commandLine().getParseResult().originalArgs().stream().filter(word -> !word.equals("--detach")).forEach(words::add);
    if (log == null && !isInMemory) {
      words.addAll(List.of("--log", folder().resolve("engine.log").toString()));
    }
    try {
      if (!isInMemory) {
        Files.createDirectories(folder());
      }
      BackgroundEngine.Started started = BackgroundEngine.start(words, around.folder());
      if (started.line() == null) {
        around.err().print(started.said());
        return started.exit() == Exit.DONE ? Exit.FAILED : started.exit();
      }
      around.out().println(started.line());
      around.out().println("pid " + started.pid());
      return Exit.DONE;
    } catch (IOException e) {
      throw Refusal.failed("the engine cannot be started in the background: "
          + ProblemReport.line(String.valueOf(e.getMessage())), "Leave out --detach to see more");
    }
  }

  private Serving serving() {
    boolean isManual = oneOf("--clock", clock, List.of("real", "manual")).equals("manual");
    if (port < 0 || port > 65_535) {
      throw Refusal.usage("--port must be from 0 to 65535, here it is " + port, "Leave it out for " + Serving.PORT);
    }
    double factor = number(speed);
    if (!(factor > 0 && factor <= Serving.FASTEST)) {
      throw Refusal.usage("--speed must be over 0 and at most " + (long) Serving.FASTEST + ", here it is " + speed, "Try --speed 60");
    }
    if (isManual && factor != 1) {
      throw Refusal.usage("a manual clock has no speed", "Leave out --speed, or --clock manual");
    }
    return new Serving(host, port, isManual, factor, key());
  }

  private @Nullable AccessKey key() {
    String text = credentials == null ? around.variable(CREDENTIALS) : credentials;
    if (!isVerifying) {
      if (credentials != null) {
        throw Refusal.usage("--credentials is for --verify-signatures, which is not there", "Add --verify-signatures");
      }
      return null;
    }
    String next = "Set " + CREDENTIALS + " or --credentials to an access key id and its secret, as KEY:SECRET";
    if (text == null) {
      throw Refusal.usage("--verify-signatures needs a key", next);
    }
    return AccessKey.parse(text).orElseThrow(() -> Refusal.usage("the key for --verify-signatures is not KEY:SECRET", next));
  }

  private EngineOptions options(@Nullable ScenarioPlay play, EngineLog lines) {
    EngineOptions options = isInMemory ? EngineOptions.unkept(region, lines::said)
        : EngineOptions.in(folder(), region, lines::said).waiting(Duration.ofSeconds(1));
    if (play != null) {
      options = options.modelling(play.world());
    }
    return options.strict(isStrict).heldBy(options.holder() + ", sagescale engine start");
  }

  private Path folder() {
    return around.folder().resolve(state == null ? Path.of(".sagescale") : state);
  }

  private @Nullable PrintStream logFile() {
    if (log == null) {
      return null;
    }
    try {
      return new PrintStream(Files.newOutputStream(around.folder().resolve(log), StandardOpenOption.CREATE,
          StandardOpenOption.APPEND), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.failed("the log cannot be written to " + log, "Name another file with --log");
    }
  }

  private static String oneOf(String option, String word, List<String> words) {
    if (!words.contains(word)) {
      throw Refusal.usage(option + " is one of " + String.join(", ", words) + ", here it is " + Cli.quoted(word),
          "See: sagescale engine start --help");
    }
    return word;
  }

  private static double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw Refusal.usage("--speed " + Cli.quoted(word) + " is not a number", "Try --speed 60");
    }
  }
}
