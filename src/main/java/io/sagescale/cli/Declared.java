package io.sagescale.cli;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.yaml.Documents;
import io.sagescale.yaml.PolicyDocument;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What files declare, for commands that bring it to AWS: every document as a whole, and one for each target. */
record Declared(List<EndpointScaling> documents, List<Path> files) {
  Declared {
    documents = List.copyOf(documents);
    files = List.copyOf(files);
  }

  /** Null after the problems were shown; nothing has been asked of AWS then. */
  static @Nullable Declared read(List<Path> paths, Surroundings around, boolean isQuiet) {
    return of(PolicyFiles.read(paths.stream().map(around.folder()::resolve).toList()), around, isQuiet);
  }

  /** Likewise, and null too when a rule of meaning finds an error: what is sent to AWS should work there. */
  static @Nullable Declared checked(List<Path> paths, Surroundings around, boolean isQuiet) {
    List<Path> files = paths.stream().map(around.folder()::resolve).toList();
    return of(PolicyFiles.check(files, around.clock().instant()), around, isQuiet);
  }

  static @Nullable Declared of(Documents read, Surroundings around, boolean isQuiet) {
    List<Problem> problems = new ArrayList<>(read.problems());
    for (PolicyDocument document : read.policies()) {
      problems.removeAll(document.unknownMetrics());
      document.unknownMetrics().forEach(warning -> problems.add(asError(warning)));
    }
    Map<ResourceId, PolicyDocument> byTarget = new LinkedHashMap<>();
    for (PolicyDocument document : read.policies()) {
      PolicyDocument other = byTarget.putIfAbsent(document.scaling().target().resource(), document);
      if (other != null) {
        problems.add(second(document, other));
      }
    }
    if (!ProblemLines.areHarmless(problems, around, isQuiet)) {
      return null;
    }
    if (byTarget.isEmpty()) {
      throw Refusal.usage("these files hold no EndpointScaling document", "Name files that do; see: sagescale schema");
    }
    return new Declared(byTarget.values().stream().map(PolicyDocument::scaling).toList(),
        read.policies().stream().map(PolicyDocument::file).distinct().toList());
  }

  List<ResourceId> targets() {
    return documents.stream().map(document -> document.target().resource()).toList();
  }

  /** A policy that we cannot read would be missing in the plan, and so be deleted. */
  private static Problem asError(Problem warning) {
    return new Problem(warning.file(), warning.line(), warning.column(), Problem.Severity.ERROR, warning.what(),
        "This version cannot plan it: put the policy with sagescale application-autoscaling put-scaling-policy");
  }

  private static Problem second(PolicyDocument document, PolicyDocument other) {
    String target = document.scaling().target().resource().shortName();
    return new Problem(document.file().toString(), document.line(), 1, Problem.Severity.ERROR,
        "a second document scales " + target + "; the first is at " + other.file() + ":" + other.line(),
        "Keep one of them, or name one file only");
  }
}
