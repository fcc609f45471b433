package io.sagescale.yaml;

import io.sagescale.simulate.Traffic.Arrivals;
import io.sagescale.simulate.Traffic.Lengths;
import io.sagescale.simulate.Traffic.Segment;
import io.sagescale.simulate.Traffic.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads traffic that a scenario draws itself: a shape of rates, how arrivals are spaced, and lengths. */
final class SyntheticReader {
  /** Most requests a shape may come to. Source: our choice, because no machine simulates more in an hour. */
  private static final double MOST_REQUESTS = 1e9;

  private static final Map<String, Arrivals> ARRIVALS = new LinkedHashMap<>();

  static {
    ARRIVALS.put("poisson", Arrivals.POISSON);
    ARRIVALS.put("even", Arrivals.EVEN);
  }

  private final LengthsReader lengths;

  SyntheticReader(LengthsReader lengths) {
    this.lengths = lengths;
  }

  @Nullable Source read(Fields fields) {
    Arrivals given = fields.choice("arrivals", ARRIVALS);
    Lengths drawn = lengths.read(fields);
    String shape = fields.oneOf(true, List.of("segments", "constant", "ramp", "steps", "spike", "diurnal"));
    List<Segment> segments = shape == null ? List.of() : Shapes.read(fields, shape);
    fields.close();
    double requests = segments.stream()
        .mapToDouble(s -> s.lasts().toMillis() / 1000.0 * (s.fromPerSecond() + s.toPerSecond()) / 2)
        .sum();
    if (requests > MOST_REQUESTS && shape != null) {
      fields.error(fields.at(shape), "the traffic comes to more than a thousand million requests",
          "Lower the rate or shorten the time");
      return null;
    }
    return drawn == null || segments.isEmpty() ? null
        : new Source.Synthetic(segments, given == null ? Arrivals.POISSON : given, drawn);
  }
}
