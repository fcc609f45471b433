package io.sagescale.cli;

import io.sagescale.connect.ConnectionProblem;
import io.sagescale.connect.EngineChoice;
import io.sagescale.local.EngineControl;
import io.sagescale.local.Serving;
import io.sagescale.report.ProblemReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The running engine that a command is for. */
final class EngineAddress {
  @Option(names = "--engine", paramLabel = "URL",
      description = "Where the engine is; SAGESCALE_ENGINE if that is a URL, else where the engine of --state is, "
          + "else http://127.0.0.1:4599.")
  private @Nullable String engine;

  @Option(names = "--state", paramLabel = "DIR", description = "Folder that keeps the engine; .sagescale.")
  private @Nullable Path state;

  @Mixin CommonOptions common = new CommonOptions();

  /** One thing that is asked of an engine. */
  interface Question<T> {
    T ask(EngineControl control) throws IOException, EngineControl.Refused;
  }

  /** The answer; an engine that is not there, or says no, is told as what it is. */
  <T> T ask(Surroundings around, Question<T> question) {
    URI address = address(around);
    try {
      return question.ask(EngineControl.at(address));
    } catch (EngineControl.Refused refused) {
      if (refused.status() == 404) {
        throw Refusal.configuration("what answers at " + address + " is no engine of sagescale", "Check the --engine");
      }
      throw Refusal.refused("the engine says: " + ProblemReport.line(String.valueOf(refused.getMessage())),
          "See: sagescale engine status --engine " + address);
    } catch (IOException e) {
      throw Refusal.configuration("no engine answers at " + address,
          "Start one with 'sagescale engine start', or name another with --engine URL");
    }
  }

  /** The engine of the state folder, or the one that is served where engines are unless somebody says otherwise. */
  private URI nearby(Surroundings around) {
    Path folder = around.folder().resolve(state == null ? Path.of(".sagescale") : state);
    Optional<URI> served = EngineControl.addressIn(folder);
    if (served.isEmpty() && state != null) {
      throw Refusal.configuration("no engine serves the state in " + state,
          "Start one with 'sagescale engine start --state " + state + "'");
    }
    return served.orElse(URI.create("http://" + Serving.LOOPBACK + ":" + Serving.PORT));
  }

  /** {@code aws} and {@code local} are engines too, but none that runs beside this process. */
  private URI address(Surroundings around) {
    @Nullable String variable = around.variable("SAGESCALE_ENGINE");
    @Nullable String chosen = engine != null ? engine : variable;
    if (engine != null && (engine.equals("aws") || engine.equals("local"))) {
      throw Refusal.usage("--engine " + engine + " is no running engine", "Name its address, http://127.0.0.1:4599");
    }
    if (engine != null && state != null) {
      throw Refusal.usage("--engine and --state both say where the engine is", "Leave out one of them");
    }
    if (state != null || chosen == null || chosen.equals("aws") || chosen.equals("local")) {
      return nearby(around);
    }
    try {
      return EngineChoice.parse(chosen, around.folder()) instanceof EngineChoice.Url url ? url.address() : nearby(around);
    } catch (ConnectionProblem problem) {
      throw AwsRefusal.of(problem);
    }
  }
}
