package io.sagescale.yaml;

import io.sagescale.simulate.Scenario.ScenarioEvent;
import io.sagescale.simulate.Scenario.Timings;
import io.sagescale.simulate.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Scenario document. */
final class ScenarioReader {
  private static final int MOST_EVENTS = 1000;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final Path file;
  private final Path folder;
  private final Problems problems;

  ScenarioReader(Path file, Problems problems) {
    this.file = file;
    Path parent = file.getParent();
    this.folder = parent == null ? Path.of("") : parent;
    this.problems = problems;
  }

  /** Null when anything in the document was refused. */
  @Nullable ScenarioDocument read(Envelope envelope, Node root) {
    int before = problems.errors();
    Fields spec = envelope.spec();
    Fields endpoint = spec.mapping("endpoint");
    SetupPart setup = endpoint == null ? SetupPart.EMPTY : SetupReader.read(endpoint);
    boolean isPlain = endpoint != null && endpoint.has("server");
    Node source = spec.required("traffic", "{rates: FILE, lengths: FILE}");
    List<Traffic> traffic = source == null ? List.of() : new TrafficReader(folder, isPlain, problems).read(source);
    Fields metrics = spec.mapping("metrics");
    Timings timings = metrics == null ? Timings.DEFAULT : TimingsReader.read(metrics);
    List<ScenarioEvent> events = events(spec);
    Instant start = start(spec);
    Duration duration = spec.positiveDuration("duration");
    Long seed = spec.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    spec.close();
    if (problems.errors() > before) {
      return null;
    }
    return new ScenarioDocument(envelope.name(), start == null ? ScenarioDocument.DEFAULT_START : start, duration,
        traffic, setup, timings, events, seed == null ? ScenarioDocument.DEFAULT_SEED : seed, file, root.line(),
        root.column());
  }

  private @Nullable Instant start(Fields spec) {
    Instant start = spec.instant("start");
    if (start != null && (start.isBefore(EARLIEST) || start.isAfter(LATEST))) {
      problems.error(spec.at("start"), "start must be in this century, here it is " + start,
          "Write one such as 2026-01-05T08:00:00Z");
    }
    return start;
  }

  /** In the order of time; events of one instant in the order of the file. */
  private List<ScenarioEvent> events(Fields spec) {
    List<Node> items = spec.list("events");
    if (items.size() > MOST_EVENTS) {
      problems.error(spec.at("events"), "there are more than " + MOST_EVENTS + " events", "Remove some");
      return List.of();
    }
    EventReader reader = new EventReader(folder, problems);
    List<ScenarioEvent> events = new ArrayList<>();
    for (Node item : items) {
      ScenarioEvent event = reader.read(item);
      if (event != null) {
        events.add(event);
      }
    }
    events.sort(Comparator.comparing(ScenarioEvent::at));
    return events;
  }
}
