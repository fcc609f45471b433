package io.sagescale.simulate;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The world around a policy: traffic, servers, metric delays, and what goes wrong.
 *
 * @param start instant of the first second; minute boundaries matter to per-minute metrics
 * @param duration how long to run; null means until the traffic ends and the last request is out
 */
public record Scenario(
    String name,
    Instant start,
    @Nullable Duration duration,
    List<Traffic> traffic,
    Setup endpoint,
    Timings timings,
    List<ScenarioEvent> events,
    long seed) {
  /** Name of the variant under inference components, which a component's policy does not tell. */
  public static final String HOST_VARIANT = "AllTraffic";

  public Scenario {
    traffic = List.copyOf(traffic);
    events = List.copyOf(events);
  }

  /**
   * The endpoint under test as it stands at the start.
   *
   * @param copies instances in service at the start; for a component, its copies
   * @param routing how the variant spreads requests
   * @param hosting null for one model per instance
   * @param quota most instances of the type that the account may have
   * @param weight share of the endpoint's traffic for the variant under test, relative to the others; 1 when it is alone
   * @param capacity bounds that take the place of the policy's for this scenario; null keeps the policy's
   */
  public record Setup(
      int copies,
      String instanceType,
      ServerProfile profile,
      StartupProfile startup,
      RoutingStrategy routing,
      @Nullable Hosting hosting,
      int quota,
      double weight,
      List<OtherVariant> otherVariants,
      @Nullable CapacityRange capacity) {
    public Setup {
      otherVariants = List.copyOf(otherVariants);
    }

    /** The variant under test, with one model per instance. */
    public VariantSpec variant(String variant, int instances) {
      return new VariantSpec(variant, instanceType, instances, weight, routing, null, false);
    }

    /** The variant under inference components. */
    public VariantSpec host(Hosting under) {
      return new VariantSpec(HOST_VARIANT, instanceType, under.instances(), 1, routing, under.managedScaling(), true);
    }

    /** The variants beside the one under test. */
    public List<VariantSpec> others() {
      return otherVariants.stream().map(other -> new VariantSpec(
          other.name(), other.instanceType(), other.copies(), other.weight(), routing, null, false)).toList();
    }
  }

  /** A further variant of the same endpoint, which no policy of the run need scale. */
  public record OtherVariant(String name, int copies, String instanceType, double weight) {}

  /** Instances under an inference component; managed between min and max when {@code isManaged}. */
  public record Hosting(
      int instances, int minInstances, int maxInstances, boolean isManaged, Duration idleRelease,
      int acceleratorsPerCopy, double cpusPerCopy, int memoryMbPerCopy) {
    public ComputeRequirements perCopy() {
      return new ComputeRequirements(acceleratorsPerCopy, cpusPerCopy, memoryMbPerCopy);
    }

    private @Nullable ManagedInstanceScaling managedScaling() {
      return isManaged
          ? new ManagedInstanceScaling(CapacityRange.between(minInstances, maxInstances), idleRelease) : null;
    }
  }

  /**
   * What AWS does not publish about time. Each is listed in the README under "Where we guess".
   *
   * @param highResolutionDelay from the end of a 10-second window until CloudWatch shows it
   * @param standardDelay from the end of a minute until CloudWatch shows it
   * @param delaySpread each metric's own fixed extra delay is drawn evenly from 0 to this
   * @param highResolutionPhase second of a 10-second interval at which alarms are evaluated; null: by seed and alarm name
   * @param standardPhase second of a minute at which alarms are evaluated; null: by seed and alarm name
   * @param reaction from an alarm's action to the scaling decision
   */
  public record Timings(
      Duration highResolutionDelay,
      Duration standardDelay,
      Duration delaySpread,
      @Nullable Duration highResolutionPhase,
      @Nullable Duration standardPhase,
      Duration reaction) {
    /** Source: reference sheet, suggested defaults; the detection claims of the launch post bracket them. */
    public static final Timings DEFAULT = new Timings(
        Duration.ofSeconds(5), Duration.ofSeconds(120), Duration.ZERO, null, null, Duration.ZERO);
  }

  /** Something that happens to the endpoint under test, {@code at} after the start. */
  public record ScenarioEvent(Duration at, Happening what) {}

  /** What can happen. */
  public sealed interface Happening {
    /** How a crashed copy behaves until it is restarted. */
    enum CrashMode { DOWN, FAIL_FAST, HANG }

    record Crash(int copies, Duration lasts, CrashMode mode) implements Happening {}

    /** Copies that serve {@code factor} times slower. */
    record Slow(int copies, double factor, Duration lasts) implements Happening {}

    /** No instance can be provisioned. */
    record NoCapacity(Duration lasts) implements Happening {}

    record MetricDelay(Duration extra, Duration lasts) implements Happening {}

    /** Metrics of the window are never published. */
    record MetricGap(Duration lasts) implements Happening {}

    /** A new version is rolled out; scaling is blocked meanwhile. */
    record Deployment() implements Happening {}

    record PolicyChange(List<EndpointScaling> documents) implements Happening {
      public PolicyChange {
        documents = List.copyOf(documents);
      }
    }
  }
}
