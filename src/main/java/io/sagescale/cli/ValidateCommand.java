package io.sagescale.cli;

import io.sagescale.lint.Rule;
import io.sagescale.report.ProblemFormat;
import io.sagescale.report.ProblemReport;
import io.sagescale.report.RuleText;
import io.sagescale.yaml.Documents;
import io.sagescale.yaml.Nearest;
import io.sagescale.yaml.PolicyFiles;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code validate}: the problems of files, which are its result. */
@Command(
    name = "validate",
    synopsisHeading = "%nUsage: ",
    customSynopsis = {
      "sagescale validate FILE... [OPTIONS]",
      "       sagescale validate --explain RULE",
      "       sagescale validate --rules"
    },
    sortOptions = false,
    header = "Check policy and scenario files, and what the policies mean.",
    description = {
      "",
      "Prints every problem with its file, line and column, and what to write instead. Beyond what cannot be read it "
          + "finds policies that will not do what they are there for: each such rule has a code, and --explain shows why, "
          + "with an example put right. A rule that does not hold for a document is set aside in it:",
      "  allow: [{rule: SG003, reason: \"kept to compare\"}]",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale validate policies/",
      "  sagescale validate policy.yaml --fail-on warning -o github",
      "  sagescale validate --explain SG013",
      "",
      "Exit codes: 0 nothing to fail on, 3 problems in a file, 252 wrong usage."
    })
final class ValidateCommand implements Task {
  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, or folders with *.yaml files in them.")
  private List<Path> files = List.of();

  @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error", completionCandidates = Severities.class,
      description = "What ends with exit code 3: error (the default) or warning.")
  private String failOn = "error";

  @Option(names = "--explain", paramLabel = "RULE", completionCandidates = Codes.class,
      description = "Explain a rule such as SG013, with an example of it wrong and right.")
  private @Nullable String explain;

  @Option(names = "--rules", description = "List the rules.")
  private boolean isListing;

  @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
      converter = FormatReader.class, completionCandidates = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ProblemFormat output = ProblemFormat.TABLE;

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  ValidateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (!Severities.ALL.contains(failOn)) {
      throw Refusal.usage("--fail-on is " + Cli.quoted(failOn), "Use error or warning");
    }
    if (files.isEmpty() == (explain == null && !isListing) || (explain != null && isListing)) {
      throw Refusal.usage(files.isEmpty() && !isListing ? "no file is named" : "files, --explain and --rules go alone",
          "Write sagescale validate FILE, or sagescale validate --explain RULE");
    }
    if (explain != null || isListing) {
      around.showPeople(explain == null ? RuleText.list(common.look(around)) : RuleText.explained(rule(explain), common.look(around)));
      return Exit.DONE;
    }
    return check();
  }

  private static Rule rule(String word) {
    return Rule.ofCode(word.toUpperCase(Locale.ROOT)).orElseThrow(() -> Refusal.usage("there is no rule " + Cli.quoted(word),
        Nearest.didYouMean(word, Codes.ALL, "sagescale validate --rules lists them")));
  }

  private int check() {
    boolean isStrict = failOn.equals("warning");
    Documents documents = PolicyFiles.check(files.stream().map(around.folder()::resolve).toList(), around.clock().instant());
    String text = ProblemReport.of(documents, output, common.look(around), VersionCommand.VERSION, isStrict);
    if (output == ProblemFormat.TABLE || output == ProblemFormat.GITHUB) {
      around.showPeople(text);
    } else {
      around.showPrograms(text);
    }
    boolean hasFailed = documents.hasErrors() || (isStrict && !documents.problems().isEmpty());
    return hasFailed ? Exit.PROBLEMS : Exit.DONE;
  }

  /** Reads a format. */
  static final class FormatReader implements ITypeConverter<ProblemFormat> {
    @Override
    public ProblemFormat convert(String word) {
      return ProblemFormat.ofWord(word).orElseThrow(() ->
          new TypeConversionException("'" + word + "' is not one of " + String.join(", ", ProblemFormat.words())));
    }
  }

  /** The formats, for completion. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ProblemFormat.words().iterator();
    }
  }

  /** The severities, for completion. */
  static final class Severities implements Iterable<String> {
    static final List<String> ALL = List.of("error", "warning");

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }

  /** The codes of the rules, for completion. */
  static final class Codes implements Iterable<String> {
    static final List<String> ALL = Stream.of(Rule.values()).map(Rule::code).toList();

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }
}
