package io.sagescale.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.services.applicationautoscaling.model.AdjustmentType;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;

/** Steps with absolute values: {@code 20:40=+1}, {@code 40:=+50%}, {@code :5=-1}, {@code 60:=4}. */
final class StepWord implements ITypeConverter<StepWord.Step> {
  private static final String NUMBER = "(-?\\d{1,12}(?:\\.\\d{1,9})?)?";
  private static final Pattern SHAPE = Pattern.compile(NUMBER + ":" + NUMBER + "=([+-]?)(\\d{1,6})(%?)");

  /** From one value of the metric to another; an open end is null, and not both are. */
  record Step(@Nullable BigDecimal from, @Nullable BigDecimal to, int by, AdjustmentType type) {
    /** The same step as AWS writes it, relative to the threshold of the alarm. */
    StepAdjustment relativeTo(BigDecimal threshold) {
      return StepAdjustment.builder()
          .metricIntervalLowerBound(from == null ? null : from.subtract(threshold).doubleValue())
          .metricIntervalUpperBound(to == null ? null : to.subtract(threshold).doubleValue())
          .scalingAdjustment(by)
          .build();
    }
  }

  @Override
  public Step convert(String word) {
    Matcher matcher = SHAPE.matcher(word);
    if (!matcher.matches() || (matcher.group(1) == null && matcher.group(2) == null)) {
      throw new TypeConversionException(Cli.quoted(word) + " is not FROM:TO=BY, such as 20:40=+1 or 40:=+50%");
    }
    @Nullable BigDecimal from = number(matcher.group(1));
    @Nullable BigDecimal to = number(matcher.group(2));
    if (from != null && to != null && from.compareTo(to) >= 0) {
      throw new TypeConversionException(Cli.quoted(word) + " is empty: write the lower value first");
    }
    boolean isSigned = !matcher.group(3).isEmpty();
    boolean isShare = !matcher.group(5).isEmpty();
    if (isShare && !isSigned) {
      throw new TypeConversionException(Cli.quoted(word) + " needs + or - before its per cent");
    }
    int by = Integer.parseInt(matcher.group(3) + matcher.group(4));
    return new Step(from, to, by, isShare ? AdjustmentType.PERCENT_CHANGE_IN_CAPACITY
        : isSigned ? AdjustmentType.CHANGE_IN_CAPACITY : AdjustmentType.EXACT_CAPACITY);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  /** The one type that all steps of a policy have. */
  static AdjustmentType adjustmentType(List<Step> steps) {
    AdjustmentType type = steps.getFirst().type();
    if (steps.stream().anyMatch(step -> step.type() != type)) {
      throw Refusal.usage("the steps of a policy are all changes (+1), all shares (+50%), or all exact (4)",
          "Make them alike, or put a second policy");
    }
    return type;
  }
}
