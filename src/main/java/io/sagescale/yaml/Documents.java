package io.sagescale.yaml;

import java.util.List;

/** What some files hold: the sound documents, and every problem, both in the order of files and lines. */
public record Documents(List<PolicyDocument> policies, List<ScenarioDocument> scenarios, List<Problem> problems) {
  public Documents {
    policies = List.copyOf(policies);
    scenarios = List.copyOf(scenarios);
    problems = List.copyOf(problems);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
