package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;

/** {@code endpoint scale}: one UpdateEndpointWeightsAndCapacities. */
@Command(
    name = "scale",
    customSynopsis = "sagescale endpoint scale ENDPOINT/VARIANT --copies N [OPTIONS]",
    header = "Set the instances of a variant by hand, or its share of the traffic.",
    footer = {
      "  sagescale endpoint scale llama3-8b/AllTraffic --copies 3 --wait",
      "  sagescale endpoint scale llama3-8b/AllTraffic --weight 0.5"
    })
final class EndpointScaleCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class, description = "ENDPOINT/VARIANT, or AWS's id.")
  private ResourceId target;

  @Option(names = "--copies", paramLabel = "N", description = "Instances wanted.")
  private @Nullable Integer copies;

  @Option(names = "--weight", paramLabel = "W", description = "Share of the traffic beside the other variants.")
  private @Nullable Float weight;

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointScaleCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (!(target instanceof ResourceId.Variant variant)) {
      throw Refusal.usage(target.shortName() + " is no variant", "Use: sagescale endpoint component update NAME --copies N");
    }
    if (copies == null && weight == null) {
      throw Refusal.usage("nothing to change", "Add --copies N or --weight W");
    }
    UpdateEndpointWeightsAndCapacitiesRequest request = UpdateEndpointWeightsAndCapacitiesRequest.builder()
        .endpointName(variant.endpoint())
        .desiredWeightsAndCapacities(one -> one.variantName(variant.variant())
            .desiredInstanceCount(copies).desiredWeight(weight))
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    String sentence = target.shortName() + (copies == null ? "" : " goes to " + copies + (copies == 1 ? " instance" : " instances"))
        + (weight == null ? "" : (copies == null ? "" : " and") + " gets weight " + weight);
    aws.answer(around, clients -> Answer.said(
        clients.sageMaker().updateEndpointWeightsAndCapacities(request), target.shortName(), sentence));
    return waiting.isWaiting() ? waiting.endpoint(around, aws, variant.endpoint()) : Exit.DONE;
  }
}
