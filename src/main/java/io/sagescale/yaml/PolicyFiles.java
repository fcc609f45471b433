package io.sagescale.yaml;

import io.sagescale.lint.Lint;
import io.sagescale.model.EndpointScaling;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door of this room: files and folders in, documents and problems out. */
public final class PolicyFiles {
  private PolicyFiles() {}

  /** Reads files, and folders with all {@code *.yaml} and {@code *.yml} below them in the order of their names. */
  public static Documents read(List<Path> paths) {
    return read(paths, false, null);
  }

  /** Reads them likewise, and has the rules look at what the policies mean at a moment. */
  public static Documents check(List<Path> paths, Instant now) {
    return read(paths, false, now);
  }

  /** The policies of one file, without looking at its scenarios. */
  static Documents policiesOnly(Path file) {
    return read(List.of(file), true, null);
  }

  private static Documents read(List<Path> paths, boolean isPoliciesOnly, @Nullable Instant now) {
    List<PolicyDocument> policies = new ArrayList<>();
    List<ScenarioDocument> scenarios = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : FileTree.files(paths, problems)) {
      Documents documents = file(file, isPoliciesOnly, now);
      policies.addAll(documents.policies());
      scenarios.addAll(documents.scenarios());
      problems.addAll(documents.problems());
    }
    return new Documents(policies, scenarios, problems);
  }

  /** The policies of a text that once stood in a file. */
  public static Documents policiesOf(Path file, String text) {
    return file(file, text, true, null, new Problems(file.toString()));
  }

  private static Documents file(Path file, boolean isPoliciesOnly, @Nullable Instant now) {
    Problems problems = new Problems(file.toString());
    return file(file, SourceText.read(file, problems), isPoliciesOnly, now, problems);
  }

  private static Documents file(
      Path file, @Nullable String text, boolean isPoliciesOnly, @Nullable Instant now, Problems problems) {
    List<PolicyDocument> policies = new ArrayList<>();
    List<ScenarioDocument> scenarios = new ArrayList<>();
    List<Node> roots = text == null ? List.of() : YamlTree.read(text, problems);
    if (text != null && roots.isEmpty() && problems.errors() == 0) {
      problems.error(1, 1, "the file holds no document", "Write an EndpointScaling or a Scenario");
    }
    for (int i = 0; i < roots.size(); i++) {
      Envelope envelope = Envelope.read(roots.get(i), problems);
      if (envelope == null) {
        continue;
      }
      switch (envelope.kind()) {
        case ENDPOINT_SCALING -> addPolicy(envelope, file, roots.get(i), i, problems, policies);
        case SCENARIO -> {
          ScenarioDocument scenario =
              isPoliciesOnly ? null : new ScenarioReader(file, problems).read(envelope, roots.get(i));
          if (scenario != null) {
            scenarios.add(scenario);
          }
        }
      }
    }
    if (now != null) {
      policies.forEach(policy -> Lint.findings(policy.subject(now)).forEach(finding ->
          problems.finding(policy.positions().of(finding.place()), finding)));
    }
    return new Documents(policies, scenarios, problems.list());
  }

  private static void addPolicy(
      Envelope envelope, Path file, Node root, int index, Problems problems, List<PolicyDocument> out) {
    PolicyReader reader = new PolicyReader(envelope, problems);
    EndpointScaling scaling = reader.read();
    if (scaling != null) {
      out.add(new PolicyDocument(scaling, file, root.line(), index, reader.unknownMetrics(), new Positions(root)));
    }
  }

  /**
   * The policies of some files, each with the scenarios of its own file.
   *
   * @param scenario a file whose scenarios take the place of every file's own
   * @param trace a file of requests that takes the place of the scenarios' traffic alone
   */
  public static Runs runs(List<Path> files, @Nullable Path scenario, @Nullable Path trace) {
    return RunPlan.of(read(files), scenario == null ? null : read(List.of(scenario)), scenario, trace);
  }
}
