package io.sagescale.yaml;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Scenario.ScenarioEvent;
import io.sagescale.simulate.Scenario.Timings;
import io.sagescale.simulate.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sound Scenario document, or the one that a trace alone makes. What it leaves open comes from the policy it is run
 * with.
 *
 * @param line where the document begins, from 1
 */
public record ScenarioDocument(
    String name,
    Instant start,
    @Nullable Duration duration,
    List<Traffic> traffic,
    SetupPart setup,
    Timings timings,
    List<ScenarioEvent> events,
    long seed,
    Path file,
    int line,
    int column) {
  /** A Monday, 8 o'clock, on a whole minute. Source: our choice, so that runs do not depend on the day they are made. */
  public static final Instant DEFAULT_START = Instant.parse("2026-01-05T08:00:00Z");

  /** Source: our choice. */
  public static final long DEFAULT_SEED = 1;

  public ScenarioDocument {
    traffic = List.copyOf(traffic);
    events = List.copyOf(events);
  }

  /** A scenario of the trace's requests and nothing else; everything but the traffic comes from the policy. */
  static ScenarioDocument ofTrace(FileBytes trace) {
    Path name = trace.path().getFileName();
    return new ScenarioDocument(name == null ? trace.name() : name.toString(), DEFAULT_START, null,
        List.of(new Traffic(new Traffic.Source.Trace(trace), 1, 1, false)), SetupPart.EMPTY, Timings.DEFAULT, List.of(),
        DEFAULT_SEED, trace.path(), 1, 1);
  }

  /** The same scenario with the trace in place of its traffic; streamed if its first traffic was. */
  ScenarioDocument withTrace(FileBytes trace) {
    boolean isStreaming = !traffic.isEmpty() && traffic.getFirst().isStreaming();
    List<Traffic> replaced = List.of(new Traffic(new Traffic.Source.Trace(trace), 1, 1, isStreaming));
    return new ScenarioDocument(name, start, duration, replaced, setup, timings, events, seed, file, line, column);
  }

  /** The same scenario with another seed. */
  public ScenarioDocument withSeed(long other) {
    return new ScenarioDocument(name, start, duration, traffic, setup, timings, events, other, file, line, column);
  }

  /** What keeps this scenario from running with the policy; empty when {@link #forPolicy} will answer. */
  public List<Problem> problemsWith(PolicyDocument document) {
    Problems problems = new Problems(file.toString());
    EndpointScaling policy = document.scaling();
    if (setup.serverFor(policy) == null) {
      problems.error(line, column, "neither the scenario nor the policy " + policy.name() + " names a server",
          "Add spec.endpoint.profile here or spec.expect.profile in the policy");
    } else if (setup.instanceTypeFor(policy) == null) {
      problems.error(line, column, "neither the scenario nor the policy " + policy.name() + " names an instance type",
          "Add spec.endpoint.instanceType here or spec.expect.instanceType in the policy");
    }
    if (setup.hosting() != null && policy.target().resource() instanceof ResourceId.Variant) {
      problems.error(line, column, "hosting is for components, and the policy " + policy.name() + " scales a variant",
          "Remove spec.endpoint.hosting");
    }
    String shortage = setup.shortage(policy);
    if (shortage != null) {
      problems.error(line, column, "a copy of the component needs " + shortage,
          "Lower spec.endpoint.hosting or name a larger instanceType");
    }
    List<Problem> all = new ArrayList<>(problems.list());
    for (Problem unknown : document.unknownMetrics()) {
      all.add(new Problem(unknown.file(), unknown.line(), unknown.column(), Problem.Severity.ERROR, unknown.what(),
          "Remove the policy to simulate the others"));
    }
    return all;
  }

  /** The whole scenario; refuses a policy that {@link #problemsWith} objects to. */
  public Scenario forPolicy(EndpointScaling policy) {
    return new Scenario(name, start, duration, traffic, setup.forPolicy(policy), timings, events, seed);
  }
}
