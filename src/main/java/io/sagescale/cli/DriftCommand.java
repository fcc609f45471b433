package io.sagescale.cli;

import io.sagescale.plan.Ownership;
import io.sagescale.plan.Plan;
import io.sagescale.report.PlanReport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code drift}: how AWS differs from the files, in sentences. */
@Command(
    name = "drift",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale drift FILE... [OPTIONS]",
    sortOptions = false,
    header = "Tell how AWS differs from the files, changed by hand or not yet applied.",
    description = {
      "",
      "Bounds that a schedule of the file has moved are no drift. What is not from files is only noted.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale drift policies/",
      "",
      "Exit codes: 0 no drift, 2 drift, 3 problems in a file, 252 wrong usage, "
          + "253 no region, credentials or answer, 254 refused."
    })
final class DriftCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files, or folders with *.yaml files in them.")
  private List<Path> files = List.of();

  @Mixin private PlanOutput output = new PlanOutput();

  @Mixin private OwnerOption owner = new OwnerOption();

  @Mixin private EngineWords where = new EngineWords();

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  DriftCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    Ownership ownership = new Ownership(owner.owner(around), false);
    @Nullable Declared declared = Declared.read(files, around, common.isQuiet);
    if (declared == null) {
      return Exit.PROBLEMS;
    }
    EngineName engine = where.engine(around);
    Plan plan = where.ask(around, common.isQuiet, clients ->
        new Planning(around, clients, engine).plan(declared.documents(), ownership, false));
    output.show(around, plan, common.look(around), PlanReport::drift);
    return plan.isClean() ? Exit.DONE : Exit.CHANGES;
  }
}
