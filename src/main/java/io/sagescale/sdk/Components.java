package io.sagescale.sdk;

import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.ResourceId;
import software.amazon.awssdk.services.sagemaker.model.DeployedImage;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentComputeResourceRequirements;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentContainerSpecificationSummary;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentDataCacheConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSpecification;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSpecificationSummary;

/** Inference components to and from SageMaker's types. */
public final class Components {
  private Components() {}

  /** The component that a specification with compute requirements makes. */
  public static ComponentSpec component(
      String name, ResourceId.Variant host, InferenceComponentSpecification specification, int copyCount) {
    return new ComponentSpec(name, host, perCopy(specification.computeResourceRequirements()), copyCount);
  }

  /** What a copy reserves: the least memory it asks for, and whole accelerators. */
  public static ComputeRequirements perCopy(InferenceComponentComputeResourceRequirements asked) {
    Float accelerators = asked.numberOfAcceleratorDevicesRequired();
    Float cpus = asked.numberOfCpuCoresRequired();
    return new ComputeRequirements(
        accelerators == null ? 0 : (int) Math.ceil(accelerators), cpus == null ? 0 : cpus, asked.minMemoryRequiredInMb());
  }

  /** What a copy reserves, as SageMaker states it. Requirements of nothing are left out. */
  public static InferenceComponentComputeResourceRequirements perCopy(ComputeRequirements perCopy) {
    return InferenceComponentComputeResourceRequirements.builder()
        .numberOfAcceleratorDevicesRequired(perCopy.accelerators() == 0 ? null : (float) perCopy.accelerators())
        .numberOfCpuCoresRequired(perCopy.cpus() == 0 ? null : (float) perCopy.cpus())
        .minMemoryRequiredInMb(perCopy.memoryMb())
        .build();
  }

  /** The specification as descriptions show it. */
  public static InferenceComponentSpecificationSummary summary(InferenceComponentSpecification asked) {
    InferenceComponentSpecificationSummary.Builder summary = InferenceComponentSpecificationSummary.builder()
        .modelName(asked.modelName())
        .startupParameters(asked.startupParameters())
        .computeResourceRequirements(asked.computeResourceRequirements());
    if (asked.container() != null) {
      summary.container(container(asked));
    }
    if (asked.dataCacheConfig() != null) {
      summary.dataCacheConfig(InferenceComponentDataCacheConfigSummary.builder()
          .enableCaching(asked.dataCacheConfig().enableCaching()).build());
    }
    return summary.build();
  }

  private static InferenceComponentContainerSpecificationSummary container(InferenceComponentSpecification asked) {
    return InferenceComponentContainerSpecificationSummary.builder()
        .deployedImage(DeployedImage.builder().specifiedImage(asked.container().image()).build())
        .artifactUrl(asked.container().artifactUrl())
        .environment(asked.container().hasEnvironment() ? asked.container().environment() : null)
        .build();
  }
}
