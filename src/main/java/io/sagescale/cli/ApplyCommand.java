package io.sagescale.cli;

import io.sagescale.plan.Ownership;
import io.sagescale.plan.Plan;
import io.sagescale.plan.SavedPlan;
import io.sagescale.report.SavedPlanJson;
import io.sagescale.yaml.Documents;
import io.sagescale.yaml.PolicyDocument;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code apply}: makes AWS what files say, or does exactly what a saved plan says. */
@Command(
    name = "apply",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale apply FILE... [OPTIONS]",
    sortOptions = false,
    header = "Make AWS what the files say.",
    description = {
      "",
      "Shows the plan and asks. A file that plan --out wrote is applied exactly, or refused when AWS has changed since. "
          + "A run that ends early is taken up by the next: every change can be made twice.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  sagescale apply policy.yaml",
      "  sagescale apply policies/ --yes --prune --owner genai-endpoints",
      "  sagescale apply policy.plan --yes",
      "",
      "Exit codes: 0 done, 1 not or only partly done, 3 problems in a file, 124 the wait ran out, 252 wrong usage, "
          + "253 no region, credentials or answer, 254 refused."
    })
final class ApplyCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "FILE",
      description = "Policy files, folders with *.yaml files in them, or one plan that was kept.")
  private List<Path> files = List.of();

  @Mixin private Sure sure = new Sure();

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private PlanOptions options = new PlanOptions();

  @Mixin private EngineWords where = new EngineWords();

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  ApplyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    Ownership ownership = options.ownership(around);
    boolean isPruning = options.isPruning(around);
    @Nullable SavedPlan saved = saved();
    if (saved != null) {
      options.refuseBesideKeptPlan();
    }
    @Nullable Declared declared = saved == null ? Declared.checked(files, around, common.isQuiet)
        : Declared.of(documents(saved), around, common.isQuiet);
    if (declared == null) {
      return Exit.PROBLEMS;
    }
    sure.refuseUnattended(around, "apply asks before it changes anything, and nobody can be asked here",
        "; what it would do shows: sagescale plan FILE");
    EngineName engine = where.engine(around);
    return where.ask(around, common.isQuiet, clients -> {
      Planning planning = new Planning(around, clients, engine);
      Plan plan = saved == null ? planning.plan(declared.documents(), ownership, isPruning)
          : planning.plan(declared.documents(), saved.ownership(), saved.isPruning());
      if (saved != null) {
        refuseOtherWorld(saved, plan, planning.where(engine));
      }
      int exit = new Applying(around, common).run(plan, planning, clients, sure, "Apply this?",
          "Take it over with --adopt, or leave it out of the files");
      if (waiting.isWaiting()) {
        new Settling(around, clients, waiting).await(declared.targets(), () -> saved == null
            ? planning.plan(declared.documents(), ownership, isPruning)
            : planning.plan(declared.documents(), saved.ownership(), saved.isPruning()));
      }
      return exit;
    });
  }

  private static void refuseOtherWorld(SavedPlan saved, Plan now, String where) {
    if (!saved.where().equals(where)) {
      throw Refusal.failed("the plan was made for " + saved.where() + ", and this is " + where, "Name the same --engine and --region");
    }
    if (!saved.fingerprint().equals(now.fingerprint()) || !saved.digest().equals(now.digest())) {
      throw Refusal.failed("AWS is no longer as it was when the plan was made, and nothing was changed",
          "Plan it again: sagescale plan FILE --out FILE.plan");
    }
  }

  /** The plan that the one file is; null when the words are policy files. */
  private @Nullable SavedPlan saved() {
    Path file = around.folder().resolve(files.getFirst());
    if (!Files.isRegularFile(file)) {
      return null;
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException unreadable) {
      return null;
    }
    if (!SavedPlanJson.isOne(text)) {
      return null;
    }
    if (files.size() > 1) {
      throw Refusal.usage(files.getFirst() + " is a kept plan, and is applied alone", "Name no other files beside it");
    }
    return SavedPlanJson.read(text).orElseThrow(() -> Refusal.failed(
        files.getFirst() + " is a kept plan, and it is damaged", "Plan it again: sagescale plan FILE --out FILE.plan"));
  }

  private static Documents documents(SavedPlan saved) {
    List<PolicyDocument> policies = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (SavedPlan.SourceFile file : saved.files()) {
      Documents read = PolicyFiles.policiesOf(Path.of(file.name()), file.text());
      policies.addAll(read.policies());
      problems.addAll(read.problems());
    }
    return new Documents(policies, List.of(), problems);
  }
}
