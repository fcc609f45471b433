package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.sdk.MetricsData;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** The dimensions under which SageMaker publishes the metrics of a target. */
final class MetricDimensions {
  private MetricDimensions() {}

  static List<Dimension> of(ResourceId target) {
    return MetricsData.dimensions(SageMakerMetrics.of(SageMakerMetrics.INVOCATIONS, target));
  }

  /** In any order. */
  static boolean areOf(ResourceId target, List<Dimension> dimensions) {
    List<Dimension> expected = of(target);
    return dimensions.size() == expected.size() && dimensions.containsAll(expected);
  }
}
