package io.sagescale.yaml;

import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Traffic;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The policies of some files, each with each scenario it is to be run with; empty when any problem is an error. */
public record Runs(List<Run> runs, List<Problem> problems) {
  public Runs {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /** The files of the policies, and those of the traffic that the scenarios name. */
  public List<Path> files() {
    Set<Path> files = new LinkedHashSet<>();
    for (Run run : runs) {
      files.add(run.policy().file());
      for (Traffic traffic : run.scenario().traffic()) {
        traffic.source().files().forEach(bytes -> {
          if (bytes instanceof FileBytes file) {
            files.add(file.path());
          }
        });
      }
    }
    return List.copyOf(files);
  }

  /** One policy under one scenario. */
  public record Run(PolicyDocument policy, Scenario scenario) {}
}
