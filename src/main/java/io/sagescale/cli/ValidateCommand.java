package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sagescale.report.Format;
import io.sagescale.report.ProblemReport;
import io.sagescale.yaml.Documents;
import io.sagescale.yaml.PolicyFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: the problems of files, which are its result. */
@Command(
    name = "validate",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale validate FILE... [OPTIONS]",
    sortOptions = false,
    header = "Check policy and scenario files.",
    description = {"", "Prints every problem with its file, line and column, and what to write instead.", ""},
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale validate policy.yaml",
      "  sagescale validate policies/ -o json",
      "",
      "Exit codes: 0 no errors (there may be warnings), 3 errors in a file, 252 wrong usage."
    })
final class ValidateCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders with *.yaml files in them.")
  private List<Path> files = List.of();

  @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
      converter = FormatWord.Reader.class, completionCandidates = FormatWord.TableOrJson.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format output = Format.TABLE;

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  ValidateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (!FormatWord.TableOrJson.FORMATS.contains(output)) {
      throw Refusal.usage("validate has no output " + output.word(), "Use table or json");
    }
    Documents documents = PolicyFiles.read(files.stream().map(around.folder()::resolve).toList());
    String text = output == Format.JSON
        ? ProblemReport.json(documents) : ProblemReport.text(documents, common.look(around));
    around.out().writeBytes(text.getBytes(output == Format.JSON ? UTF_8 : around.out().charset()));
    around.out().flush();
    return documents.hasErrors() ? Exit.PROBLEMS : Exit.DONE;
  }
}
