package io.sagescale.cli;

import io.sagescale.plan.Ownership;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that decide what a plan may touch. */
final class PlanOptions {
  @Option(names = "--prune", description = "Also take away targets of this owner that the files no longer have; needs --owner.")
  private boolean isPruning;

  @Option(names = "--adopt", description = "Take over what the files name and is there, made by hand or by another owner.")
  private boolean isAdopting;

  @Mixin private OwnerOption owner = new OwnerOption();

  /** Files of other repositories may lie in the same account, so nobody prunes under the name that all have. */
  boolean isPruning(Surroundings around) {
    if (isPruning && !owner.isGiven(around)) {
      throw Refusal.usage("--prune takes away all that an owner has beside these files, and no owner is named",
          "Add --owner NAME, the same in every call for these files");
    }
    return isPruning;
  }

  /** A kept plan says itself whose it is and what it may touch. */
  void refuseBesideKeptPlan() {
    if (isPruning || isAdopting || owner.isOption()) {
      throw Refusal.usage("a kept plan is applied as it was made, and takes no --owner, --adopt or --prune",
          "Leave them out, or plan it again with them");
    }
  }

  Ownership ownership(Surroundings around) {
    return new Ownership(owner.owner(around), isAdopting);
  }
}
