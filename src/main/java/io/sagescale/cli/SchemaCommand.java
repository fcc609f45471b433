package io.sagescale.cli;

import io.sagescale.report.ResultSchemas;
import io.sagescale.yaml.Nearest;
import io.sagescale.yaml.Schemas;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code schema}: JSON Schemas of files, for editors, and of results, for programs. */
@Command(
    name = "schema",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale schema [KIND]",
    sortOptions = false,
    header = "Print the JSON Schema of a kind of file or result.",
    description = {
      "",
      "Without a kind, the schema of policy and scenario files, which is one for all kinds of documents in them. "
          + "In a file, name it in a comment for the YAML server of an editor:",
      "  # yaml-language-server: $schema=sagescale.schema.json",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale schema > sagescale.schema.json",
      "  sagescale schema SimulateResult",
      "",
      "Exit codes: 0 done, 252 wrong usage."
    })
final class SchemaCommand implements Task {
  private static final List<String> FILES = List.of("EndpointScaling", "Scenario");

  @Parameters(arity = "0..1", paramLabel = "KIND", completionCandidates = Kinds.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private @Nullable String kind;

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  SchemaCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (kind != null && !kinds().contains(kind)) {
      throw Refusal.usage("there is no kind " + Cli.quoted(kind),
          Nearest.didYouMean(kind, kinds(), "The kinds are " + String.join(", ", kinds())));
    }
    around.showPrograms(kind == null || FILES.contains(kind) ? Schemas.text() : ResultSchemas.of(kind));
    return Exit.DONE;
  }

  private static List<String> kinds() {
    return Stream.concat(FILES.stream(), ResultSchemas.KINDS.stream()).toList();
  }

  /** The kinds, for completion. */
  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return kinds().iterator();
    }
  }
}
