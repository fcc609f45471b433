package io.sagescale.cli;

import io.sagescale.local.EngineServer;
import io.sagescale.local.ModelledWorld;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Scenario;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Runs;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The traffic of a scenario on the target of a policy, and the world that it describes. */
record ScenarioPlay(ResourceId resource, Scenario scenario) {

  /**
   * Reads the files.
   *
   * @param policy null where the scenario's own file holds the policy
   * @return null where no scenario is named
   */
  static @Nullable ScenarioPlay read(
      Surroundings around, @Nullable Path scenario, @Nullable Path policy, boolean isQuiet) {
    if (scenario == null) {
      if (policy != null) {
        throw Refusal.usage("--policy says whom a scenario's traffic is for, and there is no --scenario",
            "Policies are put with 'sagescale policy track' and 'policy step'");
      }
      return null;
    }
    Path file = around.folder().resolve(scenario);
    boolean hasPolicy = policy != null || !PolicyFiles.read(List.of(file)).policies().isEmpty();
    Path about = policy == null ? file : around.folder().resolve(policy);
    Runs runs = PolicyFiles.runs(List.of(about), policy == null ? null : file, null);
    if (!hasPolicy && PolicyFiles.read(List.of(file)).problems().isEmpty()) {
      throw Refusal.usage(scenario + " names no target for its traffic", "Add --policy FILE");
    }
    if (!ProblemLines.areHarmless(runs.problems(), around, isQuiet) || runs.runs().isEmpty()) {
      throw Refusal.problems("the scenario cannot be played", "See: sagescale validate " + about);
    }
    ScenarioPlay play =
        new ScenarioPlay(runs.runs().getFirst().policy().scaling().target().resource(), runs.runs().getFirst().scenario());
    if (!isQuiet && !play.scenario.events().isEmpty()) {
      around.err().println("the scenario's traffic is played; its " + play.scenario.events().size()
          + " events happen in 'sagescale simulate' alone");
    }
    return play;
  }

  EngineServer.Play traffic() {
    return new EngineServer.Play(scenario.traffic(), resource);
  }

  ModelledWorld world() {
    return ModelledWorld.of(scenario);
  }
}
