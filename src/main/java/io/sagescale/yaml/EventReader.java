package io.sagescale.yaml;

import io.sagescale.simulate.Scenario.Happening;
import io.sagescale.simulate.Scenario.Happening.CrashMode;
import io.sagescale.simulate.Scenario.ScenarioEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what happens to the endpoint during a scenario. */
final class EventReader {
  private static final List<String> KINDS = List.of(
      "crash", "slow", "noCapacity", "metricDelay", "metricGap", "deployment", "policyChange");

  private static final Map<String, CrashMode> MODES = new LinkedHashMap<>();

  static {
    MODES.put("down", CrashMode.DOWN);
    MODES.put("failFast", CrashMode.FAIL_FAST);
    MODES.put("hang", CrashMode.HANG);
  }

  private static final int MOST_COPIES = 10_000;
  private static final double MOST_FACTOR = 10_000;

  private final Path folder;
  private final Problems problems;

  EventReader(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Null when refused. */
  @Nullable ScenarioEvent read(Node node) {
    Fields fields = Fields.of(node, "an event", problems);
    if (fields == null) {
      return null;
    }
    fields.required("at", "20m");
    Duration at = fields.duration("at");
    String kind = fields.oneOf(true, KINDS);
    Happening what = kind == null ? null : happening(fields, kind);
    fields.close();
    return at == null || what == null ? null : new ScenarioEvent(at, what);
  }

  private @Nullable Happening happening(Fields event, String kind) {
    if (kind.equals("policyChange")) {
      return policyChange(event);
    }
    Fields fields = event.mapping(kind);
    if (fields == null) {
      return null;
    }
    Happening what = switch (kind) {
      case "crash" -> crash(fields);
      case "slow" -> slow(fields);
      case "noCapacity" -> noCapacity(lasting(fields));
      case "metricDelay" -> metricDelay(fields);
      case "metricGap" -> metricGap(lasting(fields));
      case "deployment" -> new Happening.Deployment();
      default -> throw new IllegalStateException("no event " + kind);
    };
    fields.close();
    return what;
  }

  private static @Nullable Happening noCapacity(@Nullable Duration lasts) {
    return lasts == null ? null : new Happening.NoCapacity(lasts);
  }

  private static @Nullable Happening metricGap(@Nullable Duration lasts) {
    return lasts == null ? null : new Happening.MetricGap(lasts);
  }

  private static @Nullable Happening crash(Fields fields) {
    Integer copies = copies(fields);
    Duration lasts = lasting(fields);
    CrashMode mode = fields.choice("mode", MODES);
    return copies == null || lasts == null ? null : new Happening.Crash(copies, lasts, mode == null ? CrashMode.DOWN : mode);
  }

  private static @Nullable Happening slow(Fields fields) {
    Integer copies = copies(fields);
    fields.required("factor", "2");
    Double factor = fields.positive("factor", MOST_FACTOR);
    Duration lasts = lasting(fields);
    return copies == null || factor == null || lasts == null ? null : new Happening.Slow(copies, factor, lasts);
  }

  private static @Nullable Happening metricDelay(Fields fields) {
    fields.required("by", "2m");
    Duration by = fields.positiveDuration("by");
    Duration lasts = lasting(fields);
    return by == null || lasts == null ? null : new Happening.MetricDelay(by, lasts);
  }

  private static @Nullable Integer copies(Fields fields) {
    return fields.has("copies") ? fields.whole("copies", 1, MOST_COPIES) : Integer.valueOf(1);
  }

  private static @Nullable Duration lasting(Fields fields) {
    fields.required("for", "3m");
    return fields.positiveDuration("for");
  }

  private @Nullable Happening policyChange(Fields event) {
    String text = event.text("policyChange");
    Node at = event.at("policyChange");
    FileBytes bytes = text == null ? null : FileBytes.of(text, folder, at, problems);
    if (bytes == null) {
      return null;
    }
    Documents changed = PolicyFiles.policiesOnly(bytes.path());
    if (changed.policies().isEmpty() || changed.hasErrors()) {
      String why = changed.problems().stream().filter(Problem::isError).findFirst().map(Problem::toString)
          .orElse("it holds no EndpointScaling document");
      problems.error(at, "the policy file " + Problems.quoted(bytes.name()) + " cannot be used", "It says: " + why);
      return null;
    }
    return new Happening.PolicyChange(changed.policies().stream().map(PolicyDocument::scaling).toList());
  }
}
