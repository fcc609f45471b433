package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code target register}: one RegisterScalableTarget. */
@Command(
    name = "register",
    customSynopsis = "sagescale target register TARGET --min N --max N [OPTIONS]",
    header = "Let AWS scale a variant or an inference component, or change how far.",
    footer = {
      "  sagescale target register llama3-8b/AllTraffic --min 1 --max 4",
      "  sagescale target register component:llama3-8b --min 0 --max 8",
      "  sagescale target register llama3-8b/AllTraffic --max 6 --dry-run -o aws"
    })
final class TargetRegisterCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Option(names = "--min", paramLabel = "N", description = "Least capacity; needed for a new target.")
  private @Nullable Integer min;

  @Option(names = "--max", paramLabel = "N", description = "Most capacity; needed for a new target.")
  private @Nullable Integer max;

  @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "Tag of a new target; any number.")
  private Map<String, String> tags = new LinkedHashMap<>();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  TargetRegisterCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    RegisterScalableTargetRequest request = RegisterScalableTargetRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .minCapacity(min)
        .maxCapacity(max)
        .tags(tags.isEmpty() ? null : tags)
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> Answer.said(
        clients.scaling().registerScalableTarget(request), target.shortName(), sentence()));
  }

  private String sentence() {
    return target.shortName() + " is registered" + (min == null && max == null ? "" : ", capacity "
        + (min == null ? "as before" : min) + " to " + (max == null ? "as before" : max));
  }
}
