package io.sagescale.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.ManagedInstanceScalingStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** {@code endpoint create}: CreateModel for an image, CreateEndpointConfig unless there is one, CreateEndpoint. */
@Command(
    name = "create",
    customSynopsis = "sagescale endpoint create ENDPOINT --instance-type TYPE [OPTIONS]",
    header = "Create an endpoint, with its config, and its model from an image.",
    footer = {
      "  sagescale endpoint create chat --instance-type ml.g5.2xlarge \\",
      "      --image IMAGE --role arn:aws:iam::123456789012:role/sagemaker",
      "  sagescale endpoint create hosts --instance-type ml.g5.12xlarge \\",
      "      --managed 0:4 --role arn:aws:iam::123456789012:role/sagemaker",
      "  sagescale endpoint create chat-b --config chat --wait=30m"
    })
final class EndpointCreateCommand implements Task {
  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Name of the endpoint, and of the model and config made for it.")
  private String endpoint = "";

  @Option(names = "--instance-type", paramLabel = "TYPE", description = "Such as ml.g5.2xlarge.")
  private @Nullable String instanceType;

  @Option(names = "--copies", paramLabel = "N", description = "Instances to begin with; 1.")
  private @Nullable Integer copies;

  @Option(names = "--variant", paramLabel = "NAME", defaultValue = "AllTraffic", description = "Name of the variant; ${DEFAULT-VALUE}.")
  private String variant = "";

  @Option(names = "--config", paramLabel = "NAME", description = "A config there is, in place of all options but --wait.")
  private @Nullable String config;

  @Option(names = "--model", paramLabel = "NAME", description = "A model there is.")
  private @Nullable String model;

  @Option(names = "--image", paramLabel = "URI", description = "Image of the model to be made; needs --role.")
  private @Nullable String image;

  @Option(names = "--model-data", paramLabel = "S3-URI", description = "Weights for the image.")
  private @Nullable String modelData;

  @Option(names = "--managed", paramLabel = "MIN:MAX", description = "Instances for inference components, as many as these need; needs --role.")
  private @Nullable String managed;

  @Option(names = "--role", paramLabel = "ARN", description = "IAM role that SageMaker takes on.")
  private @Nullable String role;

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointCreateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    check();
    CreateModelRequest model = CreateModelRequest.builder().modelName(endpoint).executionRoleArn(role)
        .primaryContainer(container -> container.image(image).modelDataUrl(modelData)).build();
    CreateEndpointRequest create = CreateEndpointRequest.builder()
        .endpointName(endpoint).endpointConfigName(config == null ? endpoint : config).build();
    if (change.isDry) {
      return aws.showCalls(around, calls(model, create));
    }
    aws.answer(around, clients -> {
      Steps steps = new Steps(aws.engine(around), "Run it again with --config " + endpoint + " where the config is done, else with --model "
          + endpoint + " in place of the image and the role; or take back with: aws sagemaker delete-endpoint-config, delete-model");
      if (image != null) {
        steps.make("model " + endpoint, () -> clients.sageMaker().createModel(model));
      }
      if (config == null) {
        steps.make("config " + endpoint, () -> clients.sageMaker().createEndpointConfig(config()));
      }
      CreateEndpointResponse made = steps.make("endpoint " + endpoint, () -> clients.sageMaker().createEndpoint(create));
      return Answer.said(made, endpoint, "endpoint " + endpoint + " is being created");
    });
    return waiting.isWaiting() ? waiting.endpoint(around, aws, endpoint) : Exit.DONE;
  }

  private List<Call> calls(CreateModelRequest model, CreateEndpointRequest create) {
    List<Call> calls = new ArrayList<>();
    if (image != null) {
      calls.add(Call.of(model));
    }
    if (config == null) {
      calls.add(Call.of(config()));
    }
    calls.add(Call.of(create));
    return calls;
  }

  private void check() {
    if (config != null) {
      if (instanceType != null || copies != null || model != null || image != null || managed != null || role != null || modelData != null) {
        throw Refusal.usage("--config has the instance type, the copies and the model in it", "Leave out the other options, or --config");
      }
      return;
    }
    if (instanceType == null) {
      throw Refusal.usage("an endpoint needs an instance type, or a config", "Add --instance-type ml.g5.2xlarge, or --config NAME");
    }
    if ((model == null ? 0 : 1) + (image == null ? 0 : 1) + (managed == null ? 0 : 1) != 1) {
      throw Refusal.usage("an endpoint needs one of --model, --image, or --managed for inference components",
          "Add --model NAME, --image URI --role ARN, or --managed MIN:MAX --role ARN");
    }
    if ((image == null && managed == null) == (role != null)) {
      throw Refusal.usage(role == null ? "--image and --managed need a role" : "a model has its role already",
          role == null ? "Add --role ARN" : "Leave out --role");
    }
    if (modelData != null && image == null) {
      throw Refusal.usage("--model-data belongs to an image", "Add --image URI");
    }
    if (managed != null && !managed.matches("\\d{1,6}:\\d{1,6}")) {
      throw Refusal.usage("--managed " + Cli.quoted(managed) + " is not MIN:MAX", "Write 0:4, say");
    }
  }

  private CreateEndpointConfigRequest config() {
    ProductionVariant.Builder hosts = ProductionVariant.builder().variantName(variant)
        .instanceType(instanceType)
        .initialInstanceCount(copies == null ? 1 : copies)
        .modelName(managed != null ? null : model != null ? model : endpoint)
        .initialVariantWeight(managed == null ? 1f : null);
    if (managed != null) {
      String[] bounds = managed.split(":");
      hosts.managedInstanceScaling(scaling -> scaling.status(ManagedInstanceScalingStatus.ENABLED)
          .minInstanceCount(Integer.valueOf(bounds[0])).maxInstanceCount(Integer.valueOf(bounds[1])));
    }
    return CreateEndpointConfigRequest.builder().endpointConfigName(endpoint).executionRoleArn(managed == null ? null : role)
        .productionVariants(hosts.build()).build();
  }
}
