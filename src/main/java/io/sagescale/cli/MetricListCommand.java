package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.report.MetricRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** {@code metric list}: ListMetrics, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale metric list [TARGET] [OPTIONS]",
    header = "List the metrics of a target, or of all.",
    footer = {
      "  sagescale metric list llama3-8b/AllTraffic"
    })
final class MetricListCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Option(names = "--namespace", paramLabel = "NAME", defaultValue = "AWS/SageMaker", description = "${DEFAULT-VALUE} unless told.")
  private String namespace = "";

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  MetricListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<Metric> metrics = Pages.all(
          token -> clients.cloudWatch().listMetrics(ListMetricsRequest.builder()
              .namespace(namespace).dimensions(dimensions()).nextToken(token).build()),
          ListMetricsResponse::metrics,
          ListMetricsResponse::nextToken);
      return Answer.rows(ListMetricsResponse.builder().metrics(metrics).build(), MetricRows.sheet(metrics));
    });
  }

  private List<DimensionFilter> dimensions() {
    @Nullable ResourceId target = only.target();
    return target == null ? List.of() : MetricDimensions.of(target).stream()
        .map(dimension -> DimensionFilter.builder().name(dimension.name()).value(dimension.value()).build())
        .toList();
  }
}
