package io.sagescale.cli;

import io.sagescale.plan.Ownership;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code destroy}: takes away what apply made. */
@Command(
    name = "destroy",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale destroy FILE... [OPTIONS]",
    sortOptions = false,
    header = "Take away what apply made for the files.",
    description = {
      "",
      "Alarms go first, then policies and schedules, and the target is deregistered last. Endpoints stay, with the "
          + "capacity that they have. A target that also has what is not from files stays registered.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale destroy policy.yaml",
      "",
      "Exit codes: 0 done, 1 not or only partly done, 3 problems in a file, 252 wrong usage, "
          + "253 no region, credentials or answer, 254 refused."
    })
final class DestroyCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files, or folders with *.yaml files in them.")
  private List<Path> files = List.of();

  @Mixin private Sure sure = new Sure();

  @Mixin private OwnerOption owner = new OwnerOption();

  @Mixin private EngineWords where = new EngineWords();

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  DestroyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    Ownership ownership = new Ownership(owner.owner(around), false);
    @Nullable Declared declared = Declared.read(files, around, common.isQuiet);
    if (declared == null) {
      return Exit.PROBLEMS;
    }
    sure.refuseUnattended(around, "destroy asks before it changes anything, and nobody can be asked here",
        "; how it stands shows: sagescale drift FILE");
    EngineName engine = where.engine(around);
    return where.ask(around, common.isQuiet, clients -> {
      Planning planning = new Planning(around, clients, engine);
      return new Applying(around, common).run(planning.destruction(declared.documents(), ownership), planning, clients, sure, "Delete this?",
          "Name the --owner whose files they are, or leave it out of the files");
    });
  }
}
