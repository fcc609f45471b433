package io.sagescale.cli;

import io.sagescale.connect.ConnectionProblem;
import io.sagescale.report.ProblemReport;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Options that say which engine is asked, and as whom. */
final class EngineWords {
  @Option(names = "--engine", paramLabel = "ENGINE", completionCandidates = Engines.class,
      description = "aws, local or a URL; SAGESCALE_ENGINE, else aws.")
  private @Nullable String engine;

  @Option(names = "--state", paramLabel = "DIR", description = "Folder of the local engine's state; .sagescale.")
  private @Nullable Path state;

  @Option(names = "--region", paramLabel = "REGION", description = "AWS region; AWS_REGION, else the profile's.")
  private @Nullable String region;

  @Option(names = "--profile", paramLabel = "NAME", description = "AWS profile; AWS_PROFILE, else default.")
  private @Nullable String profile;

  /** What AWS answers; refusals of the SDK become ours. */
  <T> T ask(Surroundings around, boolean isQuiet, Function<Clients, T> question) {
    EngineName asked = engine(around);
    try (Clients clients = around.connector().open(asked, around, line -> say(around, isQuiet, line))) {
      return question.apply(clients);
    } catch (ConnectionProblem problem) {
      throw AwsRefusal.of(problem);
    } catch (SdkException refused) {
      throw AwsRefusal.of(refused, asked);
    }
  }

  EngineName engine(Surroundings around) {
    @Nullable String variable = around.variable("SAGESCALE_ENGINE");
    String chosen = engine != null ? engine : variable != null ? variable : "aws";
    return new EngineName(chosen, around.folder().resolve(state == null ? Path.of(".sagescale") : state), region, profile);
  }

  private static void say(Surroundings around, boolean isQuiet, String line) {
    if (!isQuiet) {
      around.err().println(ProblemReport.line(line));
    }
  }

  /** The engines that have names. */
  static final class Engines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("aws", "local").iterator();
    }
  }
}
