package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sagescale.connect.ConnectionProblem;
import io.sagescale.report.JsonQuery;
import io.sagescale.report.Look;
import io.sagescale.report.ObjectFormat;
import io.sagescale.report.PickedText;
import io.sagescale.report.ProblemReport;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Options of every command over AWS's API: which engine is asked, as whom, and how the answer is written. */
final class AwsOptions {
  @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
      converter = ObjectFormatWord.Reader.class, completionCandidates = ObjectFormatWord.All.class,
      description = "One of ${COMPLETION-CANDIDATES}; json is what aws prints.")
  private ObjectFormat output = ObjectFormat.TABLE;

  // Read as text, so that a wrong expression is told of in our words.
  @Option(names = "--query", paramLabel = "JMESPATH",
      description = "Only what it picks out of -o json, as with aws.")
  private @Nullable String query;

  @Option(names = "--engine", paramLabel = "ENGINE", completionCandidates = Engines.class,
      description = "aws, local or a URL; SAGESCALE_ENGINE, else aws.")
  private @Nullable String engine;

  @Option(names = "--state", paramLabel = "DIR", description = "Folder of the local engine's state; .sagescale.")
  private @Nullable Path state;

  @Option(names = "--region", paramLabel = "REGION", description = "AWS region; AWS_REGION, else the profile's.")
  private @Nullable String region;

  @Option(names = "--profile", paramLabel = "NAME", description = "AWS profile; AWS_PROFILE, else default.")
  private @Nullable String profile;

  @Mixin CommonOptions common = new CommonOptions();

  /** Asks, shows the answer, and tells refusals as what they are. */
  int answer(Surroundings around, Function<Clients, Answer> question) {
    query();
    show(around, ask(around, question));
    return Exit.DONE;
  }

  /** What AWS answers; refusals of the SDK become ours. */
  <T> T ask(Surroundings around, Function<Clients, T> question) {
    EngineName asked = engine(around);
    try (Clients clients = around.connector().open(asked, around, line -> say(around, line))) {
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

  private void say(Surroundings around, String line) {
    if (!common.isQuiet) {
      around.err().println(ProblemReport.line(line));
    }
  }

  void show(Surroundings around, Answer answer) {
    String text = text(around, answer);
    around.out().writeBytes(text.getBytes(isForPeople() ? around.out().charset() : UTF_8));
    around.out().flush();
  }

  private String text(Surroundings around, Answer answer) {
    @Nullable JsonQuery picking = query();
    try {
      return picking == null ? answer.text(output, look(around), isShrunk(around))
          : PickedText.of(answer.aws(), picking, output, look(around), isShrunk(around));
    } catch (JsonQuery.Wrong wrong) {
      throw wrong(wrong);
    }
  }

  /** Read before anything is asked or changed. */
  private @Nullable JsonQuery query() {
    try {
      return query == null ? null : JsonQuery.of(query);
    } catch (JsonQuery.Wrong wrong) {
      throw wrong(wrong);
    }
  }

  private static Refusal wrong(JsonQuery.Wrong wrong) {
    return Refusal.usage("--query: " + wrong.getMessage(), "JMESPath is told of at https://jmespath.org; without --query, "
        + "-o json shows what there is");
  }

  /** The calls that would be made, in place of making them. */
  int showCalls(Surroundings around, List<Call> calls) {
    around.out().writeBytes(Call.text(calls, output).getBytes(UTF_8));
    around.out().flush();
    return Exit.DONE;
  }

  boolean isForPeople() {
    return output == ObjectFormat.TABLE || output == ObjectFormat.WIDE;
  }

  ObjectFormat output() {
    return output;
  }

  Look look(Surroundings around) {
    return common.look(around);
  }

  /** Rows are cut where a person sees them, and whole where a program reads them. */
  private static boolean isShrunk(Surroundings around) {
    return around.terminal().isOut() || around.variable("COLUMNS") != null;
  }

  /** The engines that have names. */
  static final class Engines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("aws", "local").iterator();
    }
  }
}
