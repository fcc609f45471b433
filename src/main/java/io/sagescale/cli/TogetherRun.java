package io.sagescale.cli;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Scenario;
import io.sagescale.yaml.Runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The policies that run together on one scenario: different targets of one endpoint. */
record TogetherRun(List<EndpointScaling> policies, Scenario scenario) {
  TogetherRun {
    policies = List.copyOf(policies);
  }

  /** Refuses runs that differ in endpoint or scenario, and two policies of one target. */
  static TogetherRun of(List<Run> runs) {
    List<EndpointScaling> policies = new ArrayList<>();
    for (Run run : runs) {
      EndpointScaling policy = run.policy().scaling();
      if (policies.stream().anyMatch(other -> other.target().resource().equals(policy.target().resource()))) {
        throw severalRuns(runs);
      }
      policies.add(policy);
    }
    boolean isOne = runs.stream().map(run -> run.scenario().name()).distinct().count() == 1
        && policies.stream().map(TogetherRun::endpoint).distinct().count() == 1;
    if (!isOne) {
      throw severalRuns(runs);
    }
    return new TogetherRun(policies, runs.getFirst().scenario());
  }

  Scenario withSeed(long seed) {
    return new Scenario(scenario.name(), scenario.start(), scenario.duration(), scenario.traffic(),
        scenario.endpoint(), scenario.timings(), scenario.events(), seed);
  }

  private static String endpoint(EndpointScaling policy) {
    return switch (policy.target().resource()) {
      case ResourceId.Variant variant -> "endpoint " + variant.endpoint();
      case ResourceId.Component component -> "components";
    };
  }

  private static Refusal severalRuns(List<Run> runs) {
    String all = runs.stream()
        .map(run -> run.policy().scaling().name() + " on " + run.scenario().name())
        .sorted().limit(6).collect(Collectors.joining(", "));
    return Refusal.usage("simulate makes one run, and these files hold " + runs.size() + ": " + all,
        "Name one policy file, or files that scale different targets of one endpoint under one --scenario FILE");
  }
}
