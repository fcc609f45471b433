package io.sagescale.yaml;

import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.ServerProfile.Latency;
import io.sagescale.serving.ServerProfile.Llm;
import io.sagescale.serving.ServerProfile.Plain;
import io.sagescale.yaml.Node.Entry;
import io.sagescale.yaml.Node.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how fast a copy serves: a fitted profile, an LLM server in own numbers, or a plain server of N slots. */
final class ServerReader {
  /** Source: our choice, as the plain server's queue in the absence of a figure. */
  private static final int DEFAULT_QUEUE = 1000;

  /** What an LLM server cannot do without. */
  private static final List<String> OWN_NUMBERS =
      List.of("iterationMillis", "perSequenceMillis", "prefillTokensPerSecond", "maxBatch", "maxBatchTokens");

  private static final int MOST = 1_000_000;
  private static final double MOST_MILLIS = 3_600_000;

  private ServerReader() {}

  /** Null when the endpoint names no server, or it was refused. */
  static @Nullable ServerProfile read(Fields endpoint) {
    Integer queue = endpoint.whole("queue", 0, MOST);
    String id = endpoint.text("profile");
    ServerProfile profile = id == null ? null : SetupReader.profile(id, endpoint.at("profile"), endpoint.problems());
    String own = endpoint.oneOf(false, List.of("server", "llm"));
    Fields numbers = own == null ? null : endpoint.mapping(own);
    ServerProfile server = profile;
    if (numbers != null && own != null) {
      server = own.equals("server") ? plain(numbers) : llm(numbers, profile instanceof Llm base ? base : null);
    }
    if (own != null && own.equals("server") && endpoint.has("profile")) {
      endpoint.error(endpoint.keyAt("server"), "server cannot stand beside profile", "Keep one of the two");
    }
    return server == null || queue == null ? server : withQueue(server, queue);
  }

  private static ServerProfile withQueue(ServerProfile server, int queue) {
    return switch (server) {
      case Plain p -> new Plain(p.id(), p.slots(), p.latency(), queue);
      case Llm l -> new Llm(l.id(), l.iterationMillis(), l.perSequenceMillis(), l.perTokenMillis(),
          l.prefillTokensPerSecond(), l.firstTokenMillis(), l.maxBatch(), l.maxBatchTokens(), queue, l.fit());
    };
  }

  private static @Nullable ServerProfile plain(Fields fields) {
    fields.required("slots", "4");
    Integer slots = fields.whole("slots", 1, MOST);
    Node node = fields.required("latency", "200ms");
    Latency latency = node == null ? null : latency(fields, node);
    Integer queue = fields.whole("queue", 0, MOST);
    fields.close();
    return slots == null || latency == null ? null
        : new Plain("plain-" + slots, slots, latency, queue == null ? DEFAULT_QUEUE : queue);
  }

  private static @Nullable Latency latency(Fields fields, Node node) {
    if (node instanceof Scalar) {
      Duration constant = fields.positiveDuration("latency");
      return constant == null ? null : new Latency.Constant(millis(constant));
    }
    Fields given = fields.mapping("latency");
    String kind = given == null ? null : given.oneOf(true, List.of("constant", "exponential", "quantiles"));
    if (given == null || kind == null) {
      return null;
    }
    Latency latency;
    if (kind.equals("quantiles")) {
      Fields points = given.mapping("quantiles");
      latency = points == null ? null : quantiles(points);
    } else {
      Duration mean = given.positiveDuration(kind);
      latency = mean == null ? null
          : kind.equals("constant") ? new Latency.Constant(millis(mean)) : new Latency.Exponential(millis(mean));
    }
    given.close();
    return latency;
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  /** Quantiles {@code p0} to {@code p100}, both required, ascending like their times. */
  private static @Nullable Latency quantiles(Fields points) {
    List<Double> quantiles = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    for (Entry entry : points.all()) {
      String key = entry.key().text();
      Double percent = key.startsWith("p") && !key.contains("-")
          ? Quantities.number(key.substring(1)).map(Number::doubleValue).orElse(null) : null;
      Duration time = points.duration(key);
      if (percent == null || percent > 100) {
        points.error(entry.key(), "a quantile is p0 to p100, here it is " + Problems.quoted(key), "Write one such as p99");
      } else if (time != null) {
        quantiles.add(percent / 100);
        millis.add(millis(time));
      }
    }
    boolean isWhole = quantiles.size() >= 2 && quantiles.getFirst() == 0 && quantiles.getLast() == 1;
    if (!isWhole || !isAscending(quantiles, true) || !isAscending(millis, false)) {
      points.error(points.node(), "quantiles must go from p0 to p100, and their times may not fall",
          "Write them in order such as {p0: 50ms, p50: 100ms, p99: 1s, p100: 2s}");
      return null;
    }
    return new Latency.Quantiles(quantiles, millis);
  }

  private static boolean isAscending(List<Double> values, boolean isStrict) {
    for (int i = 1; i < values.size(); i++) {
      int order = Double.compare(values.get(i), values.get(i - 1));
      if (order < 0 || (isStrict && order == 0)) {
        return false;
      }
    }
    return true;
  }

  /** Numbers that are not given come from the profile beside it; without one, the five main ones are required. */
  private static @Nullable ServerProfile llm(Fields fields, @Nullable Llm base) {
    int before = fields.problems().errors();
    if (base == null) {
      OWN_NUMBERS.forEach(key -> fields.required(key, "NUMBER, or name a profile beside llm"));
    }
    double iteration = or(fields.positive("iterationMillis", MOST_MILLIS), base == null ? 0 : base.iterationMillis());
    double perSequence = or(fields.number("perSequenceMillis", 0, MOST_MILLIS), base == null ? 0 : base.perSequenceMillis());
    double perToken = or(fields.number("perTokenMillis", 0, MOST_MILLIS), base == null ? 0 : base.perTokenMillis());
    double prefill = or(fields.positive("prefillTokensPerSecond", 1e9), base == null ? 0 : base.prefillTokensPerSecond());
    double first = or(fields.number("firstTokenMillis", 0, MOST_MILLIS), base == null ? 0 : base.firstTokenMillis());
    Integer batch = fields.whole("maxBatch", 1, 100_000);
    Integer tokens = fields.whole("maxBatchTokens", 1, Integer.MAX_VALUE);
    Integer queue = fields.whole("queue", 0, MOST);
    fields.close();
    if (fields.problems().errors() > before) {
      return null;
    }
    return new Llm(base == null ? "own" : base.id() + "+own", iteration, perSequence, perToken, prefill, first,
        batch != null ? batch : base == null ? 1 : base.maxBatch(),
        tokens != null ? tokens : base == null ? 1 : base.maxBatchTokens(),
        queue != null ? queue : base == null ? DEFAULT_QUEUE : base.queueLimit(), null);
  }

  private static double or(@Nullable Double given, double otherwise) {
    return given == null ? otherwise : given;
  }
}
