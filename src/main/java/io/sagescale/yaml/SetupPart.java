package io.sagescale.yaml;

import io.sagescale.lint.Figures;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.EndpointScaling.StartupTimes;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.serving.InstanceTypes;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import io.sagescale.serving.StartupProfiles;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Scenario.Hosting;
import io.sagescale.simulate.Scenario.OtherVariant;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario's endpoint as far as its file says; null parts come from the policy's expectations, then from defaults. */
record SetupPart(
    @Nullable Integer copies,
    @Nullable String instanceType,
    @Nullable ServerProfile server,
    @Nullable StartupProfile startup,
    @Nullable RoutingStrategy routing,
    @Nullable HostingPart hosting,
    @Nullable Integer quota,
    double weight,
    List<OtherVariant> variants,
    @Nullable CapacityRange capacity) {
  static final SetupPart EMPTY = new SetupPart(null, null, null, null, null, null, null, 1, List.of(), null);

  /** The measured start-up used when nobody names one: 525 s in all. Source: our choice, the best published breakdown. */
  static final String DEFAULT_STARTUP = "qwen3-8b/ml.g6.2xlarge";

  /** What an endpoint without a routing strategy does. Unverified: AWS's documents do not name the default. */
  static final RoutingStrategy DEFAULT_ROUTING = RoutingStrategy.RANDOM;

  /** What one copy of a component reserves beside one accelerator. Source: our choice; AWS's least is 0.25 and 128. */
  private static final double DEFAULT_CPUS = 1;

  private static final int DEFAULT_MEMORY_MB = 1024;

  SetupPart {
    variants = List.copyOf(variants);
  }

  /** Instances under a component as far as the file says. */
  record HostingPart(
      @Nullable Integer instances, @Nullable Integer min, @Nullable Integer max, boolean isManaged,
      @Nullable Duration idleRelease, @Nullable Integer accelerators, @Nullable Double cpus, @Nullable Integer memoryMb) {
    static final HostingPart EMPTY = new HostingPart(null, null, null, true, null, null, null, null);
  }

  /** Null when neither the scenario nor the policy names a server. */
  @Nullable ServerProfile serverFor(EndpointScaling policy) {
    Expectations expect = policy.expectations();
    if (server != null || expect == null || expect.profile() == null) {
      return server;
    }
    return Profiles.byId(expect.profile()).orElse(null);
  }

  /** Null when neither names one, and the profile's id does not hold one. */
  @Nullable String instanceTypeFor(EndpointScaling policy) {
    Expectations expect = policy.expectations();
    if (instanceType != null) {
      return instanceType;
    }
    if (expect != null && expect.instanceType() != null) {
      return expect.instanceType();
    }
    ServerProfile profile = serverFor(policy);
    return profile == null ? null : typeWithin(profile.id());
  }

  private static @Nullable String typeWithin(String profileId) {
    for (String part : profileId.split("/", -1)) {
      String name = part.startsWith("ml.") ? part : "ml." + part;
      if (InstanceTypes.byName(name).isPresent()) {
        return name;
      }
    }
    return null;
  }

  /** The whole endpoint; the server and the instance type must be known. */
  Scenario.Setup forPolicy(EndpointScaling policy) {
    ServerProfile profile = serverFor(policy);
    String type = instanceTypeFor(policy);
    if (profile == null || type == null) {
      throw new IllegalStateException("policy " + policy.name() + " has no profile or no instance type");
    }
    CapacityRange range = capacity == null ? policy.target().range() : capacity;
    int first = copies == null ? range.min() : copies;
    Hosting hosted = policy.target().resource() instanceof ResourceId.Component ? hosting(type, range, first) : null;
    return new Scenario.Setup(first, type, profile, startupFor(policy), routing == null ? DEFAULT_ROUTING : routing,
        hosted, quota == null ? Integer.MAX_VALUE : quota, weight, variants, capacity);
  }

  private StartupProfile startupFor(EndpointScaling policy) {
    Expectations expect = policy.expectations();
    if (startup != null) {
      return startup;
    }
    if (expect != null && expect.startup() != null) {
      return ofStages(expect.startup());
    }
    return StartupProfiles.byId(DEFAULT_STARTUP).orElseThrow();
  }

  /** Stages that are not named take no time. */
  private static StartupProfile ofStages(StartupTimes times) {
    Duration download = orZero(times.modelDownload());
    return new StartupProfile(orZero(times.provision()), orZero(times.imagePull()), download, download,
        orZero(times.containerStart()), orZero(times.healthCheck()), Duration.ZERO, 0, false);
  }

  static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  /** What one copy needs more than a whole instance has; null when it fits, or hosts nothing. */
  @Nullable String shortage(EndpointScaling policy) {
    String type = instanceTypeFor(policy);
    if (type == null || !(policy.target().resource() instanceof ResourceId.Component)) {
      return null;
    }
    InstanceType size = InstanceTypes.byName(type).orElseThrow();
    Hosting hosted = hosting(type, policy.target().range(), 1);
    if (hosted.acceleratorsPerCopy() > size.accelerators()) {
      return hosted.acceleratorsPerCopy() + " accelerators, and one " + type + " has " + size.accelerators();
    }
    if (hosted.cpusPerCopy() > size.vcpus()) {
      return Figures.plain(hosted.cpusPerCopy()) + " CPUs, and one " + type + " has " + size.vcpus();
    }
    return hosted.memoryMbPerCopy() > size.memoryMb()
        ? hosted.memoryMbPerCopy() + " MiB, and one " + type + " has " + size.memoryMb()
        : null;
  }

  private Hosting hosting(String type, CapacityRange range, int first) {
    HostingPart given = hosting == null ? HostingPart.EMPTY : hosting;
    InstanceType size = InstanceTypes.byName(type).orElseThrow();
    int accelerators = given.accelerators() != null ? given.accelerators() : Math.min(1, size.accelerators());
    int perInstance = accelerators == 0 ? 1 : Math.max(1, size.accelerators() / accelerators);
    int needed = (first + perInstance - 1) / perInstance;
    int most = (Math.max(1, range.max()) + perInstance - 1) / perInstance;
    int min = given.min() != null ? given.min() : 0;
    int max = given.max() != null ? given.max() : Math.max(min, most);
    return new Hosting(
        given.instances() != null ? given.instances() : Math.clamp(needed, min, max),
        min,
        max,
        given.isManaged(),
        given.idleRelease() != null ? given.idleRelease() : ManagedInstanceScaling.DEFAULT_IDLE_RELEASE,
        accelerators,
        given.cpus() != null ? given.cpus() : DEFAULT_CPUS,
        given.memoryMb() != null ? given.memoryMb() : DEFAULT_MEMORY_MB);
  }
}
