package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceComponentRequest;

/** {@code endpoint component create}: one CreateInferenceComponent. */
@Command(
    name = "create",
    customSynopsis = "sagescale endpoint component create NAME --on ENDPOINT/VARIANT [OPTIONS]",
    header = "Create an inference component: a model in copies on an endpoint.",
    footer = {
      "  sagescale endpoint component create phi --on hosts/AllTraffic \\",
      "      --image IMAGE --accelerators 1 --memory 1024 --copies 1"
    })
final class ComponentCreateCommand implements Task {
  @Parameters(index = "0", paramLabel = "COMPONENT", description = "Name of the component.")
  private String component = "";

  @Option(names = "--on", paramLabel = "ENDPOINT/VARIANT", required = true, converter = TargetWord.class,
      description = "Where its copies run.")
  private ResourceId host;

  @Option(names = "--model", paramLabel = "NAME", description = "A model there is.")
  private @Nullable String model;

  @Option(names = "--image", paramLabel = "URI", description = "Image of a container, in place of a model.")
  private @Nullable String image;

  @Option(names = "--copies", paramLabel = "N", description = "Copies to begin with; 1.")
  private int copies = 1;

  @Option(names = "--memory", paramLabel = "MIB", required = true, description = "Least memory of a copy.")
  private int memory;

  @Option(names = "--accelerators", paramLabel = "N", description = "Accelerators of a copy.")
  private @Nullable Float accelerators;

  @Option(names = "--cpus", paramLabel = "N", description = "Processors of a copy.")
  private @Nullable Float cpus;

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ComponentCreateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (!(host instanceof ResourceId.Variant variant)) {
      throw Refusal.usage("--on " + host.shortName() + " is no variant", "Write --on ENDPOINT/VARIANT");
    }
    if ((model == null) == (image == null)) {
      throw Refusal.usage("a component needs one of --model and --image", "Add --model NAME or --image URI");
    }
    CreateInferenceComponentRequest request = CreateInferenceComponentRequest.builder()
        .inferenceComponentName(component)
        .endpointName(variant.endpoint())
        .variantName(variant.variant())
        .specification(is -> {
          is.modelName(model).computeResourceRequirements(needs -> needs.minMemoryRequiredInMb(memory)
              .numberOfAcceleratorDevicesRequired(accelerators).numberOfCpuCoresRequired(cpus));
          if (image != null) {
            is.container(container -> container.image(image));
          }
        })
        .runtimeConfig(runtime -> runtime.copyCount(copies))
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    aws.answer(around, clients -> Answer.said(clients.sageMaker().createInferenceComponent(request), component,
        "component " + component + " is being created on " + host.shortName()));
    ComponentShowCommand.await(around, aws, waiting, component);
    return Exit.DONE;
  }
}
