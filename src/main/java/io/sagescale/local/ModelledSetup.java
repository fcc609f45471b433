package io.sagescale.local;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.StartupProfiles;
import io.sagescale.simulate.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The modelled world of a local engine where nobody describes one: Llama 3 8B on one GPU of the launch post.
 *
 * <p>Source: our choice, the model, server and instance type that the launch post measures.
 */
final class ModelledSetup {
  static final String INSTANCE_TYPE = "ml.g5.2xlarge";
  static final String PROFILE = "llama3-8b/g5.2xlarge/vllm";
  static final String STARTUP = "llama3-8b/ml.g5.2xlarge";

  /** Most instances of one type. Source: our choice; AWS's own quota differs by account. */
  static final int QUOTA = 100;

  /** The variant under a modelled component, whose name the target does not tell. */
  static final String HOST_VARIANT = "AllTraffic";

  /** Source: SageMaker API, {@code EndpointName}. */
  private static final int NAME_MAX = 63;

  private ModelledSetup() {}

  static Scenario.Setup standard() {
    return new Scenario.Setup(1, INSTANCE_TYPE, Profiles.byId(PROFILE).orElseThrow(),
        StartupProfiles.byId(STARTUP).orElseThrow(), RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, QUOTA, 1,
        List.of(), null);
  }

  /**
   * What creates a resource that nobody created, in service with {@code copies}.
   *
   * @param isTaken whether an endpoint has the name already
   */
  static List<EngineEvent.Control> creation(
      ResourceId resource, int copies, Scenario.Setup setup, Predicate<String> isTaken) {
    return switch (resource) {
      case ResourceId.Variant variant -> List.of(endpoint(variant.endpoint(),
          variants(new VariantSpec(
              variant.variant(), setup.instanceType(), copies, setup.weight(), setup.routing(), null, false), setup)));
      case ResourceId.Component component -> {
        ResourceId.Variant host = host(component, isTaken);
        Scenario.@Nullable Hosting hosting = setup.hosting();
        VariantSpec under = new VariantSpec(host.variant(), setup.instanceType(),
            hosting == null ? copies : hosting.instances(), 1, setup.routing(), managed(setup), true);
        yield List.of(
            endpoint(host.endpoint(), variants(under, setup)),
            new EngineEvent.CreateComponent(
                new ComponentSpec(component.component(), host, hosting == null ? wholeInstance() : need(hosting), copies),
                EngineEvent.Begin.IN_SERVICE));
      }
    };
  }

  /** Where a modelled component lives: {@code NAME-endpoint}, or {@code NAME-endpoint-2} and so on beside endpoints of others. */
  static ResourceId.Variant host(ResourceId.Component component, Predicate<String> isTaken) {
    String name = endpointName(component.component(), "-endpoint");
    for (int number = 2; isTaken.test(name); number++) {
      name = endpointName(component.component(), "-endpoint-" + number);
    }
    return new ResourceId.Variant(name, HOST_VARIANT);
  }

  /** A name that SageMaker would take: a long one of the component is cut. */
  private static String endpointName(String component, String ending) {
    String begin = component.substring(0, Math.min(component.length(), NAME_MAX - ending.length()));
    return begin.replaceFirst("-+$", "") + ending;
  }

  private static EngineEvent.CreateEndpoint endpoint(String name, List<VariantSpec> variants) {
    return new EngineEvent.CreateEndpoint(new EndpointSpec(name, variants), EngineEvent.Begin.IN_SERVICE);
  }

  /** A variant and those beside it. */
  private static List<VariantSpec> variants(VariantSpec first, Scenario.Setup setup) {
    List<VariantSpec> variants = new ArrayList<>(List.of(first));
    for (Scenario.OtherVariant other : setup.otherVariants()) {
      if (!other.name().equals(first.name())) {
        variants.add(new VariantSpec(
            other.name(), other.instanceType(), other.copies(), other.weight(), setup.routing(), null, false));
      }
    }
    return variants;
  }

  private static @Nullable ManagedInstanceScaling managed(Scenario.Setup setup) {
    Scenario.@Nullable Hosting hosting = setup.hosting();
    if (hosting == null) {
      return new ManagedInstanceScaling(
          CapacityRange.between(0, setup.quota()), ManagedInstanceScaling.DEFAULT_IDLE_RELEASE);
    }
    return hosting.isManaged() ? new ManagedInstanceScaling(
        CapacityRange.between(hosting.minInstances(), hosting.maxInstances()), hosting.idleRelease()) : null;
  }

  private static ComputeRequirements need(Scenario.Hosting hosting) {
    return new ComputeRequirements(hosting.acceleratorsPerCopy(), hosting.cpusPerCopy(), hosting.memoryMbPerCopy());
  }

  /** One copy to an instance, as one model to an instance. */
  private static ComputeRequirements wholeInstance() {
    return new ComputeRequirements(1, 1, 1024);
  }
}
