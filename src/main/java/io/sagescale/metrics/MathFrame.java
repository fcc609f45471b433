package io.sagescale.metrics;

import io.sagescale.model.MetricQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** One evaluation of a program: the slots it is about, and the values found so far. */
final class MathFrame {
  private final MetricMath program;
  private final MetricStore store;
  private final Instant from;
  private final int slots;
  private final Duration period;
  private final Instant asOf;
  private final Map<String, MathValue> found = new LinkedHashMap<>();

  MathFrame(MetricMath program, MetricStore store, Instant from, int slots, Duration period, Instant asOf) {
    this.program = program;
    this.store = store;
    this.from = from;
    this.slots = slots;
    this.period = period;
    this.asOf = asOf;
  }

  MathValue line(String id) {
    MathValue known = found.get(id);
    if (known != null) {
      return known;
    }
    MathValue value = switch (program.line(id)) {
      case MetricQuery.Metric metric -> {
        double[] read = new double[slots];
        store.read(metric.metric(), metric.statistic(), period, from, slots, asOf, read);
        yield new MathValue.Series(read);
      }
      case MetricQuery.Expression expression -> value(program.node(id));
    };
    found.put(id, value);
    return value;
  }

  private MathValue value(MathNode node) {
    return switch (node) {
      case MathNode.Number number -> new MathValue.Scalar(number.value());
      case MathNode.Line line -> line(line.id());
      case MathNode.Negated negated -> each(value(negated.of()), v -> -v);
      case MathNode.Binary binary -> MathValue.join(
          value(binary.left()), value(binary.right()), slots, binary.operator()::apply);
      case MathNode.Many many -> {
        List<double[]> all = new ArrayList<>();
        many.parts().forEach(part -> all.addAll(value(part).all(slots)));
        yield new MathValue.Many(all);
      }
      case MathNode.Metrics metrics -> {
        List<double[]> all = new ArrayList<>();
        program.metricIds(metrics.idPart()).forEach(id -> all.addAll(line(id).all(slots)));
        yield new MathValue.Many(all);
      }
      case MathNode.Fill fill -> filled(value(fill.of()), fill.with());
      case MathNode.Call call -> call(call.function(), call.arguments());
    };
  }

  private MathValue call(MathFunction function, List<MathNode> arguments) {
    MathValue first = value(arguments.getFirst());
    double seconds = period.toSeconds();
    return switch (function) {
      case ABS -> each(first, Math::abs);
      case CEIL -> each(first, Math::ceil);
      case FLOOR -> each(first, Math::floor);
      case LOG -> each(first, Math::log);
      case LOG10 -> each(first, Math::log10);
      case AVG, MAX, MIN, STDDEV, SUM, DATAPOINT_COUNT -> MathSummary.of(function, first, slots);
      case DIFF -> first.map(series -> MathSteps.differences(series, (change, gap) -> change));
      case DIFF_TIME -> first.map(series -> MathSteps.differences(series, (change, gap) -> gap * seconds));
      case RATE -> first.map(series -> MathSteps.differences(series, (change, gap) -> change / (gap * seconds)));
      case RUNNING_SUM -> first.map(MathSteps::runningSum);
      case FIRST -> new MathValue.Series(first.all(slots).getFirst());
      case LAST -> new MathValue.Series(first.all(slots).getLast());
      case METRIC_COUNT -> new MathValue.Scalar(first.all(slots).size());
      case PERIOD -> new MathValue.Scalar(seconds);
      case TIME_SERIES -> new MathValue.Series(first.all(slots).getFirst());
      case IF -> choose(first, value(arguments.get(1)),
          arguments.size() == 3 ? value(arguments.get(2)) : new MathValue.Scalar(Double.NaN));
    };
  }

  /** A missing condition gives a missing point. */
  private MathValue choose(MathValue condition, MathValue then, MathValue otherwise) {
    MathValue yes = MathValue.join(condition, then, slots,
        (truth, value) -> truth != 0 && !Double.isNaN(truth) ? value : Double.NaN);
    MathValue no = MathValue.join(condition, otherwise, slots, (truth, value) -> truth == 0 ? value : Double.NaN);
    return MathValue.join(yes, no, slots, (a, b) -> Double.isNaN(a) ? b : a);
  }

  private MathValue filled(MathValue of, MathNode.Filler filler) {
    return switch (filler) {
      case MathNode.Filler.Repeat repeat -> of.map(MathSteps::repeated);
      case MathNode.Filler.Linear linear -> of.map(MathSteps::straightened);
      case MathNode.Filler.Value value -> MathValue.join(
          of, value(value.of()), slots, (point, standIn) -> Double.isNaN(point) ? standIn : point);
    };
  }

  private static MathValue each(MathValue value, DoubleUnaryOperator operator) {
    return value.map(series -> {
      double[] changed = new double[series.length];
      for (int i = 0; i < changed.length; i++) {
        double result = operator.applyAsDouble(series[i]);
        changed[i] = Double.isFinite(result) ? result : Double.NaN;
      }
      return changed;
    });
  }
}
