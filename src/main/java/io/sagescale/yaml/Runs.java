package io.sagescale.yaml;

import io.sagescale.simulate.Scenario;
import java.util.List;

/** The policies of some files, each with each scenario it is to be run with; empty when any problem is an error. */
public record Runs(List<Run> runs, List<Problem> problems) {
  public Runs {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /** One policy under one scenario. */
  public record Run(PolicyDocument policy, Scenario scenario) {}
}
