package io.sagescale.yaml;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling.PolicySpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.StepScalingPolicy.Aggregation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a step policy with its alarm; the steps are written in values of the metric. */
final class StepReader {
  /** Source: AAS API, largest adjustment our choice. */
  static final int MOST_ADJUSTMENT = 1_000_000;

  private final ResourceId resource;

  StepReader(ResourceId resource) {
    this.resource = resource;
  }

  /** Null when refused. */
  @Nullable PolicySpec read(String name, Fields fields) {
    Problems problems = fields.problems();
    int before = problems.errors();
    AdjustmentType given = fields.choice("adjustment", Choices.words(AdjustmentType.values(), AdjustmentType::text));
    AdjustmentType type = given == null ? AdjustmentType.CHANGE_IN_CAPACITY : given;
    Duration cooldown = fields.seconds("cooldown");
    Aggregation aggregation = fields.choice("aggregate", Choices.words(Aggregation.values(), Aggregation::text));
    Integer magnitude = magnitude(fields, type);
    Node when = fields.required("when", "{metric: ConcurrentRequestsPerModel, points: 3, atLeast: 20}");
    Fields condition = when == null ? null : Fields.of(when, "when", problems);
    AlarmRule alarm = condition == null ? null : new AlarmReader(resource).read(name, condition);
    fields.required("steps", "[{from: 20, add: 1}]");
    List<StepAdjustment> steps = steps(fields, type, condition == null ? null : threshold(condition));
    fields.close();
    if (problems.errors() > before || alarm == null || steps.isEmpty()) {
      return null;
    }
    return new PolicySpec(
        new StepScalingPolicy(
            name, type, steps, cooldown, aggregation == null ? Aggregation.AVERAGE : aggregation, magnitude),
        alarm);
  }

  /** Source: AAS API, "Minimum adjustment magnitude is only allowed for adjustment type PercentChangeInCapacity". */
  private static @Nullable Integer magnitude(Fields fields, AdjustmentType type) {
    Integer magnitude = fields.whole("minMagnitude", 1, MOST_ADJUSTMENT);
    if (magnitude != null && type != AdjustmentType.PERCENT_CHANGE_IN_CAPACITY) {
      fields.error(fields.keyAt("minMagnitude"), "minMagnitude goes with PercentChangeInCapacity only",
          "Remove it, or write adjustment: PercentChangeInCapacity");
    }
    return magnitude;
  }

  private static @Nullable BigDecimal threshold(Fields when) {
    for (String word : List.of("atLeast", "moreThan", "atMost", "lessThan")) {
      if (when.at(word) instanceof Node.Scalar scalar) {
        return Quantities.number(scalar.text()).orElse(null);
      }
    }
    return null;
  }

  private static List<StepAdjustment> steps(Fields fields, AdjustmentType type, @Nullable BigDecimal threshold) {
    List<Steps.Step> steps = new ArrayList<>();
    for (Node item : fields.list("steps")) {
      Fields step = Fields.of(item, "a step", fields.problems());
      if (step == null) {
        continue;
      }
      BigDecimal from = step.decimal("from");
      BigDecimal to = step.decimal("to");
      Integer adjustment = adjustment(step, type);
      step.close();
      if (adjustment != null) {
        steps.add(new Steps.Step(item, from, to, adjustment));
      }
    }
    if (threshold == null || !Steps.areSound(steps, threshold, "steps", fields)) {
      return List.of();
    }
    return steps.stream().map(step -> step.relativeTo(threshold)).toList();
  }

  private static @Nullable Integer adjustment(Fields step, AdjustmentType type) {
    String word = step.oneOf(true, List.of("add", "remove", "set"));
    Integer amount = word == null ? null : step.whole(word, 0, MOST_ADJUSTMENT);
    if (word == null || amount == null) {
      return null;
    }
    boolean isExact = type == AdjustmentType.EXACT_CAPACITY;
    if (isExact != word.equals("set")) {
      step.error(step.keyAt(word), word + " does not go with adjustment " + type.text(),
          isExact ? "Write set: N" : "Write add: N or remove: N, or adjustment: ExactCapacity");
      return null;
    }
    return word.equals("remove") ? -amount : amount;
  }
}
