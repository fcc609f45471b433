package io.sagescale.yaml;

import io.sagescale.lint.Figures;
import io.sagescale.simulate.Traffic.Segment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a shape of load into segments of straight lines. Rates are requests a second. */
final class Shapes {
  private static final double MOST_RATE = 1e6;
  private static final int MOST_SEGMENTS = 20_000;

  /** A day's curve as this many straight lines. Source: our choice; a quarter of an hour each on a whole day. */
  private static final int DAY_PARTS = 96;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SHORTEST_DAY = Duration.ofMinutes(2);

  private Shapes() {}

  /** Empty when refused. */
  static List<Segment> read(Fields parent, String shape) {
    int before = parent.problems().errors();
    if (shape.equals("segments")) {
      List<Segment> segments = segments(parent);
      return parent.problems().errors() > before ? List.of() : segments;
    }
    Fields fields = parent.mapping(shape);
    if (fields == null) {
      return List.of();
    }
    List<Segment> segments = switch (shape) {
      case "constant" -> constant(fields);
      case "ramp" -> ramp(fields);
      case "steps" -> steps(fields);
      case "spike" -> spike(fields);
      case "diurnal" -> diurnal(fields);
      default -> throw new IllegalStateException("no shape " + shape);
    };
    fields.close();
    return parent.problems().errors() > before ? List.of() : segments;
  }

  /** {@code [{for: 5m, rate: 2}, {for: 10m, from: 2, to: 20}]}. */
  private static List<Segment> segments(Fields parent) {
    List<Segment> segments = new ArrayList<>();
    List<Node> items = parent.list("segments");
    if (items.isEmpty() || items.size() > MOST_SEGMENTS) {
      parent.error(parent.at("segments"), "segments takes 1 to " + MOST_SEGMENTS + " items", "Write [{for: 5m, rate: 2}]");
    }
    for (Node item : items) {
      Fields fields = Fields.of(item, "a segment", parent.problems());
      if (fields == null) {
        continue;
      }
      Duration lasts = time(fields, "for");
      String kind = fields.oneOf(true, List.of("rate", "from"));
      boolean isLevel = !"from".equals(kind);
      Double from = fields.number(isLevel ? "rate" : "from", 0, MOST_RATE);
      Double to = isLevel ? from : rate(fields, "to");
      fields.close();
      if (lasts != null && from != null && to != null) {
        segments.add(new Segment(lasts, from, to));
      }
    }
    return segments;
  }

  /** {@code {rate: 2, for: 30m}}. */
  private static List<Segment> constant(Fields fields) {
    Double rate = rate(fields, "rate");
    Duration lasts = time(fields, "for");
    return rate == null || lasts == null ? List.of() : List.of(new Segment(lasts, rate, rate));
  }

  /** {@code {from: 1, to: 20, for: 10m, hold: 5m}}: up or down in a straight line, then level. */
  private static List<Segment> ramp(Fields fields) {
    Double from = rate(fields, "from");
    Double to = rate(fields, "to");
    Duration lasts = time(fields, "for");
    Duration hold = fields.positiveDuration("hold");
    if (from == null || to == null || lasts == null) {
      return List.of();
    }
    Segment rise = new Segment(lasts, from, to);
    return hold == null ? List.of(rise) : List.of(rise, new Segment(hold, to, to));
  }

  /** {@code {rates: [1, 5, 20, 1], each: 5m}}. */
  private static List<Segment> steps(Fields fields) {
    Duration each = time(fields, "each");
    fields.required("rates", "[1, 5, 20]");
    List<Node> items = fields.list("rates");
    List<Segment> segments = new ArrayList<>();
    if (items.size() > MOST_SEGMENTS) {
      fields.error(fields.at("rates"), "there are more than " + MOST_SEGMENTS + " rates", "Write fewer");
      return List.of();
    }
    for (Node item : items) {
      BigDecimal rate = item instanceof Node.Scalar scalar ? Quantities.number(scalar.text()).orElse(null) : null;
      if (rate == null || rate.signum() < 0 || rate.doubleValue() > MOST_RATE) {
        fields.error(item, "a rate must be a number from 0 to 1000000, here it is " + item.kind(),
            "Write requests a second");
      } else if (each != null) {
        segments.add(new Segment(each, rate.doubleValue(), rate.doubleValue()));
      }
    }
    return segments;
  }

  /** {@code {base: 2, peak: 30, lasts: 2m, at: 20m, every: 30m, for: 2h}}; without {@code every}, one spike. */
  private static List<Segment> spike(Fields fields) {
    Double base = rate(fields, "base");
    Double peak = rate(fields, "peak");
    Duration lasts = time(fields, "lasts");
    Duration whole = time(fields, "for");
    fields.required("at", "20m");
    Duration at = fields.duration("at");
    Duration every = fields.positiveDuration("every");
    if (base == null || peak == null || lasts == null || whole == null || at == null) {
      return List.of();
    }
    if (every != null && (every.compareTo(lasts) < 0 || whole.dividedBy(every) * 2 > MOST_SEGMENTS)) {
      fields.error(fields.at("every"), "every " + every + " is too short", "Write a longer time than lasts");
      return List.of();
    }
    if (at.plus(lasts).compareTo(whole) > 0) {
      fields.error(fields.at("for"), "the spike ends after the traffic", "Write for: of at least at + lasts");
      return List.of();
    }
    List<Segment> segments = new ArrayList<>();
    Duration done = Duration.ZERO;
    for (@Nullable Duration next = at; next != null && next.plus(lasts).compareTo(whole) <= 0;
        next = every == null ? null : next.plus(every)) {
      level(segments, next.minus(done), base);
      level(segments, lasts, peak);
      done = next.plus(lasts);
    }
    level(segments, whole.minus(done), base);
    return segments;
  }

  private static void level(List<Segment> segments, Duration lasts, double rate) {
    if (!lasts.isZero()) {
      segments.add(new Segment(lasts, rate, rate));
    }
  }

  /** {@code {low: 1, high: 10, peakAt: 14h, day: 24h, days: 1}}: a cosine between low and high, a day long. */
  private static List<Segment> diurnal(Fields fields) {
    Double low = rate(fields, "low");
    Double high = rate(fields, "high");
    Duration given = fields.positiveDuration("day");
    Duration day = given == null ? DAY : given;
    Duration peakAt = fields.duration("peakAt");
    Integer days = fields.whole("days", 1, MOST_SEGMENTS / DAY_PARTS);
    if (low == null || high == null) {
      return List.of();
    }
    if (high < low) {
      fields.error(fields.at("high"), "high " + Figures.plain(high) + " is below low " + Figures.plain(low), "Swap the two");
      return List.of();
    }
    if (day.compareTo(SHORTEST_DAY) < 0) {
      fields.error(fields.at("day"), "a day must be at least 2m, here it is " + fields.written("day"), "Write a longer day");
      return List.of();
    }
    Duration part = day.dividedBy(DAY_PARTS);
    double peak = (peakAt == null ? day.dividedBy(2) : peakAt).toNanos() / (double) day.toNanos();
    List<Segment> segments = new ArrayList<>();
    int parts = DAY_PARTS * (days == null ? 1 : days);
    for (int i = 0; i < parts; i++) {
      segments.add(new Segment(part, atDay(low, high, i - peak * DAY_PARTS), atDay(low, high, i + 1 - peak * DAY_PARTS)));
    }
    return segments;
  }

  private static double atDay(double low, double high, double partsFromPeak) {
    double share = (1 + StrictMath.cos(2 * Math.PI * partsFromPeak / DAY_PARTS)) / 2;
    return low + (high - low) * share;
  }

  private static @Nullable Double rate(Fields fields, String key) {
    fields.required(key, "2");
    return fields.number(key, 0, MOST_RATE);
  }

  private static @Nullable Duration time(Fields fields, String key) {
    fields.required(key, "5m");
    return fields.positiveDuration(key);
  }
}
