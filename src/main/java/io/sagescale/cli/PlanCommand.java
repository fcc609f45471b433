package io.sagescale.cli;

import io.sagescale.plan.Ownership;
import io.sagescale.plan.Plan;
import io.sagescale.plan.SavedPlan;
import io.sagescale.report.PlanReport;
import io.sagescale.report.SavedPlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}: what apply would do, and what that means for the load. Nothing is changed. */
@Command(
    name = "plan",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale plan FILE... [OPTIONS]",
    sortOptions = false,
    header = "Show what apply would change on AWS, and what that means.",
    description = {
      "",
      "Compares the files with what AWS has. There is no state file: tags on the scalable targets and alarms say what "
          + "belongs to files, and nothing else is touched.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale plan policy.yaml",
      "  sagescale plan policies/ -o markdown > comment.md",
      "  sagescale plan policy.yaml --out policy.plan && sagescale apply policy.plan",
      "",
      "Exit codes: 0 done, 1 something is in the way, 2 changes with --detailed-exitcode, 3 problems in a file, "
          + "252 wrong usage, 253 no region, credentials or answer, 254 refused."
    })
final class PlanCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files, or folders with *.yaml files in them.")
  private List<Path> files = List.of();

  @Mixin private PlanOutput output = new PlanOutput();

  @Option(names = "--out", paramLabel = "FILE", description = "Keep the plan, for apply FILE to do exactly it.")
  private @Nullable Path out;

  @Option(names = "--detailed-exitcode", description = "Exit 2 when there are changes, 0 when there are none.")
  private boolean isDetailed;

  @Mixin private PlanOptions options = new PlanOptions();

  @Mixin private EngineWords where = new EngineWords();

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  PlanCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    Ownership ownership = options.ownership(around);
    boolean isPruning = options.isPruning(around);
    @Nullable Declared declared = Declared.checked(files, around, common.isQuiet);
    if (declared == null) {
      return Exit.PROBLEMS;
    }
    refuseToOverwrite(declared);
    EngineName engine = where.engine(around);
    Plan plan = where.ask(around, common.isQuiet, clients -> {
      Planning planning = new Planning(around, clients, engine);
      Plan made = planning.plan(declared.documents(), ownership, isPruning);
      if (out != null && !made.isBlocked()) {
        write(around.folder().resolve(out), new SavedPlan(planning.where(engine), ownership, isPruning,
            made.fingerprint(), made.digest(), sources(declared)));
      }
      return made;
    });
    show(plan);
    return plan.isBlocked() ? Exit.FAILED : isDetailed && !plan.isClean() ? Exit.CHANGES : Exit.DONE;
  }

  private void refuseToOverwrite(Declared declared) {
    if (out != null && declared.files().stream().anyMatch(file -> isOne(file, around.folder().resolve(out)))) {
      throw Refusal.usage("--out " + out + " is a file that is planned", "Choose another, for example --out policy.plan");
    }
  }

  private static boolean isOne(Path file, Path other) {
    return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private void show(Plan plan) {
    output.show(around, plan, common.look(around), PlanReport::text);
    if (plan.isBlocked() && !common.isQuiet) {
      around.err().println("Take it over with --adopt, or leave it out of the files.");
    }
  }

  private static List<SavedPlan.SourceFile> sources(Declared declared) {
    List<SavedPlan.SourceFile> sources = new ArrayList<>();
    for (Path file : declared.files()) {
      try {
        sources.add(new SavedPlan.SourceFile(file.toString(), Files.readString(file)));
      } catch (IOException e) {
        throw Refusal.failed("the file " + file + " can no longer be read: " + e.getMessage(), "Plan it again");
      }
    }
    return sources;
  }

  private static void write(Path file, SavedPlan plan) {
    try {
      Files.writeString(file, SavedPlanJson.text(plan));
    } catch (IOException e) {
      throw Refusal.failed("the plan cannot be written to " + file + ": " + e.getMessage(), "Choose another --out FILE");
    }
  }
}
