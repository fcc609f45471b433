package io.sagescale.yaml;

import io.sagescale.simulate.Traffic;
import io.sagescale.simulate.Traffic.Lengths;
import io.sagescale.simulate.Traffic.Source;
import io.sagescale.yaml.Node.Scalar;
import io.sagescale.yaml.Node.Sequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's traffic: one source or a list of them. */
final class TrafficReader {
  private static final double MOST_FACTOR = 1e6;
  private static final int MOST_USERS = 1_000_000;
  private static final int MOST_SOURCES = 100;

  private final Path folder;
  private final Problems problems;
  private final LengthsReader lengths;

  /**
   * @param isPlainServer whether requests need no token counts
   */
  TrafficReader(Path folder, boolean isPlainServer, Problems problems) {
    this.folder = folder;
    this.problems = problems;
    this.lengths = new LengthsReader(folder, isPlainServer, problems);
  }

  List<Traffic> read(Node node) {
    List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    if (items.isEmpty() || items.size() > MOST_SOURCES) {
      problems.error(node, "traffic takes 1 to " + MOST_SOURCES + " sources", "Write trace, rates, synthetic or users");
      return List.of();
    }
    List<Traffic> traffic = new ArrayList<>();
    for (Node item : items) {
      Fields fields = Fields.of(item, "traffic", problems);
      Traffic one = fields == null ? null : one(fields);
      if (one != null) {
        traffic.add(one);
      }
    }
    return traffic;
  }

  private @Nullable Traffic one(Fields fields) {
    String kind = fields.oneOf(true, List.of("trace", "rates", "synthetic", "users"));
    Source source = kind == null ? null : switch (kind) {
      case "trace" -> trace(fields);
      case "rates" -> rates(fields);
      case "synthetic" -> synthetic(fields);
      case "users" -> users(fields);
      default -> throw new IllegalStateException("no traffic is written as " + kind);
    };
    Double speed = fields.positive("speed", MOST_FACTOR);
    Double scale = fields.positive("scale", MOST_FACTOR);
    boolean isStreaming = fields.truth("streaming", false);
    for (String key : List.of("speed", "scale")) {
      if ("users".equals(kind) && fields.has(key)) {
        problems.error(fields.keyAt(key), key + " does not go with users", "Change users.count instead");
      }
    }
    if (kind == null) {
      fields.any("lengths");
    }
    fields.close();
    return source == null ? null : new Traffic(source, speed == null ? 1 : speed, scale == null ? 1 : scale, isStreaming);
  }

  private @Nullable Source trace(Fields fields) {
    FileBytes bytes = file(fields, "trace");
    return bytes == null ? null : new Source.Trace(bytes);
  }

  private @Nullable Source rates(Fields fields) {
    FileBytes bytes = file(fields, "rates");
    Lengths drawn = lengths.read(fields);
    return bytes == null || drawn == null ? null : new Source.Rates(bytes, drawn);
  }

  private @Nullable FileBytes file(Fields fields, String key) {
    String text = fields.text(key);
    return text == null ? null : FileBytes.of(text, folder, fields.at(key), problems);
  }

  private @Nullable Source synthetic(Fields fields) {
    Fields body = fields.mapping("synthetic");
    return body == null ? null : new SyntheticReader(lengths).read(body);
  }

  /** {@code users: 100}, or a mapping with think time, start, end and lengths. */
  private @Nullable Source users(Fields fields) {
    if (fields.any("users") instanceof Scalar) {
      Integer count = fields.whole("users", 1, MOST_USERS);
      Lengths drawn = lengths.read(fields);
      return count == null || drawn == null ? null
          : new Source.ClosedLoop(count, Duration.ZERO, Duration.ZERO, null, null, drawn);
    }
    Fields body = fields.mapping("users");
    if (body == null) {
      return null;
    }
    body.required("count", "100");
    Integer count = body.whole("count", 1, MOST_USERS);
    Duration think = body.duration("think");
    Duration start = body.duration("start");
    Duration lasts = body.positiveDuration("for");
    Long requests = body.wholeLong("requests", 1, 1_000_000_000);
    Lengths drawn = lengths.read(body);
    body.close();
    return count == null || drawn == null ? null
        : new Source.ClosedLoop(count, SetupPart.orZero(think), SetupPart.orZero(start), lasts, requests, drawn);
  }
}
