package io.sagescale.cli;

import io.sagescale.connect.ConnectionProblem;
import io.sagescale.connect.EngineChoice;
import io.sagescale.local.EngineControl;
import io.sagescale.local.Serving;
import io.sagescale.report.ProblemReport;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The running engine that a command is for. */
final class EngineAddress {
  @Option(names = "--engine", paramLabel = "URL",
      description = "Where the engine is; SAGESCALE_ENGINE if that is a URL, else http://127.0.0.1:4599.")
  private @Nullable String engine;

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

  /** {@code aws} and {@code local} are engines too, but none that runs beside this process. */
  private URI address(Surroundings around) {
    @Nullable String variable = around.variable("SAGESCALE_ENGINE");
    @Nullable String chosen = engine != null ? engine : variable;
    if (engine != null && (engine.equals("aws") || engine.equals("local"))) {
      throw Refusal.usage("--engine " + engine + " is no running engine", "Name its address, http://127.0.0.1:4599");
    }
    if (chosen == null || chosen.equals("aws") || chosen.equals("local")) {
      return URI.create("http://" + Serving.LOOPBACK + ":" + Serving.PORT);
    }
    try {
      return EngineChoice.parse(chosen, around.folder()) instanceof EngineChoice.Url url ? url.address()
          : URI.create("http://" + Serving.LOOPBACK + ":" + Serving.PORT);
    } catch (ConnectionProblem problem) {
      throw AwsRefusal.of(problem);
    }
  }
}
