package io.sagescale.local;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.ComponentSpec;
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
          variants(setup.variant(variant.variant(), copies), setup)));
      case ResourceId.Component component -> {
        ResourceId.Variant host = host(component, isTaken);
        Scenario.Hosting hosting = setup.hosting() == null ? onePerInstance(copies, setup.quota()) : setup.hosting();
        yield List.of(
            endpoint(host.endpoint(), variants(setup.host(hosting), setup)),
            new EngineEvent.CreateComponent(
                new ComponentSpec(component.component(), host, hosting.perCopy(), copies),
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
    return new ResourceId.Variant(name, Scenario.HOST_VARIANT);
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
    setup.others().stream().filter(other -> !other.name().equals(first.name())).forEach(variants::add);
    return variants;
  }

  /** One copy to an instance, as one model to an instance. */
  private static Scenario.Hosting onePerInstance(int copies, int quota) {
    return new Scenario.Hosting(copies, 0, quota, true, ManagedInstanceScaling.DEFAULT_IDLE_RELEASE, 1, 1, 1024);
  }
}
