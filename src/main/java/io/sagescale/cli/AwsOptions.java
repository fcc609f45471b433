package io.sagescale.cli;

import io.sagescale.report.JsonQuery;
import io.sagescale.report.Look;
import io.sagescale.report.ObjectFormat;
import io.sagescale.report.PickedText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private EngineWords where = new EngineWords();

  @Mixin CommonOptions common = new CommonOptions();

  /** Asks, shows the answer, and tells refusals as what they are. */
  int answer(Surroundings around, Function<Clients, Answer> question) {
    query();
    show(around, ask(around, question));
    return Exit.DONE;
  }

  /** What AWS answers; refusals of the SDK become ours. */
  <T> T ask(Surroundings around, Function<Clients, T> question) {
    return where.ask(around, common.isQuiet, question);
  }

  EngineName engine(Surroundings around) {
    return where.engine(around);
  }

  void show(Surroundings around, Answer answer) {
    String text = text(around, answer);
    if (isForPeople()) {
      around.showPeople(text);
    } else {
      around.showPrograms(text);
    }
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
    around.showPrograms(Call.text(calls, output));
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
}
