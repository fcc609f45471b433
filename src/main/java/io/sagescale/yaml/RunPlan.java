package io.sagescale.yaml;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Scenario;
import io.sagescale.yaml.Runs.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins policies with the scenarios they are to be run with. */
final class RunPlan {
  private final List<Problem> problems = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();

  private final List<ResourceId> targets;

  private RunPlan(Documents files) {
    this.targets = files.policies().stream().map(policy -> policy.scaling().target().resource()).toList();
  }

  /**
   * @param given the documents of the file that takes the place of the files' own scenarios; null without one
   */
  static Runs of(Documents files, @Nullable Documents given, @Nullable Path givenPath, @Nullable Path trace) {
    RunPlan plan = new RunPlan(files);
    plan.problems.addAll(files.problems());
    List<ScenarioDocument> own = files.scenarios();
    if (given != null && givenPath != null) {
      plan.problems.addAll(given.problems());
      own = given.scenarios();
      plan.refuseNone(given, givenPath);
    }
    FileBytes bytes = trace == null ? null : plan.trace(trace);
    if (files.policies().isEmpty() && !files.hasErrors()) {
      String where = files.scenarios().isEmpty() ? "-" : files.scenarios().getFirst().file().toString();
      plan.error(where, 1, 1, "there is no EndpointScaling document to run", "Name a policy file");
    }
    for (PolicyDocument policy : files.policies()) {
      plan.add(policy, scenariosOf(policy, own, given != null), bytes, given, trace != null);
    }
    return plan.problems.stream().anyMatch(Problem::isError)
        ? new Runs(List.of(), plan.problems)
        : new Runs(plan.runs, plan.problems);
  }

  private static List<ScenarioDocument> scenariosOf(
      PolicyDocument policy, List<ScenarioDocument> scenarios, boolean isGiven) {
    return isGiven ? scenarios : scenarios.stream().filter(s -> s.file().equals(policy.file())).toList();
  }

  private void refuseNone(Documents given, Path path) {
    if (given.scenarios().isEmpty() && !given.hasErrors()) {
      error(path.toString(), 1, 1, "there is no Scenario document in this file", "Name a file with kind: Scenario");
    }
  }

  private @Nullable FileBytes trace(Path trace) {
    String refusal = FileBytes.refusal(trace);
    if (refusal != null) {
      error(trace.toString(), 1, 1, "the trace " + refusal, "Name a file with one request a line");
      return null;
    }
    return new FileBytes(trace);
  }

  private void add(PolicyDocument policy, List<ScenarioDocument> scenarios, @Nullable FileBytes trace,
      @Nullable Documents given, boolean isTraceNamed) {
    List<ScenarioDocument> used = scenarios;
    if (scenarios.isEmpty() && trace != null && given == null) {
      used = List.of(ScenarioDocument.ofTrace(trace));
    } else if (scenarios.isEmpty() && given == null && !isTraceNamed && !hasError(policy.file())) {
      error(policy.file().toString(), policy.line(), 1, "the policy " + policy.scaling().name() + " has no scenario",
          "Add a Scenario document to the file, or name one by --scenario FILE or requests by --trace FILE");
    }
    for (ScenarioDocument scenario : used) {
      ScenarioDocument played = trace == null ? scenario : scenario.withTrace(trace);
      List<Problem> found = new ArrayList<>(played.problemsWith(policy));
      found.addAll(strangers(played));
      problems.addAll(found);
      if (found.isEmpty()) {
        runs.add(new Run(policy, played.forPolicy(policy.scaling())));
      }
    }
  }

  /** Policy changes of targets that no policy of the run scales. */
  private List<Problem> strangers(ScenarioDocument scenario) {
    List<Problem> found = new ArrayList<>();
    for (Scenario.ScenarioEvent event : scenario.events()) {
      if (event.what() instanceof Scenario.Happening.PolicyChange change) {
        for (EndpointScaling document : change.documents()) {
          if (!targets.contains(document.target().resource())) {
            found.add(new Problem(scenario.file().toString(), scenario.line(), scenario.column(),
                Problem.Severity.ERROR, "a policyChange scales " + document.target().resource().shortName()
                    + ", which no policy of this run does", "Name the same target in both files"));
          }
        }
      }
    }
    return found;
  }

  private boolean hasError(Path file) {
    return problems.stream().anyMatch(problem -> problem.isError() && problem.file().equals(file.toString()));
  }

  private void error(String file, int line, int column, String what, String nextStep) {
    problems.add(new Problem(file, line, column, Problem.Severity.ERROR, what, nextStep));
  }
}
