package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/** {@code metric put}: one PutMetricData. */
@Command(
    name = "put",
    customSynopsis = "sagescale metric put TARGET METRIC VALUE... [OPTIONS]",
    header = "Put data points of a metric by hand, for engines of your own.",
    footer = {
      "  sagescale metric put llama3-8b/AllTraffic ConcurrentRequestsPerModel 12 \\",
      "      --engine local"
    })
final class MetricPutCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1", paramLabel = "METRIC", description = "Such as ConcurrentRequestsPerModel.")
  private String metric = "";

  @Parameters(index = "2..*", arity = "1..*", paramLabel = "VALUE", description = "Samples of this instant.")
  private List<Double> values = List.of();

  @Option(names = "--at", paramLabel = "INSTANT", converter = InstantWord.class, description = "When, such as 2026-12-01T09:30:00Z; now when left out.")
  private @Nullable Instant at;

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  MetricPutCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    PutMetricDataRequest request = PutMetricDataRequest.builder()
        .namespace(SageMakerMetrics.NAMESPACE)
        .metricData(values.stream().map(value -> MetricDatum.builder()
            .metricName(metric)
            .dimensions(MetricDimensions.of(target))
            .timestamp(at)
            .value(value)
            .storageResolution(1)
            .build()).toList())
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    if (aws.engine(around).engine().equals("aws")) {
      throw Refusal.usage("nobody but AWS puts metrics into " + SageMakerMetrics.NAMESPACE + " on AWS",
          "Use --engine local, or the URL of an engine");
    }
    return aws.answer(around, clients -> Answer.said(clients.cloudWatch().putMetricData(request), metric,
        values.size() + (values.size() == 1 ? " point" : " points") + " of " + metric + " put for " + target.shortName()));
  }
}
