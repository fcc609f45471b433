package io.sagescale.yaml;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.InstanceType;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.serving.InstanceTypes;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import io.sagescale.simulate.Scenario.OtherVariant;
import io.sagescale.yaml.SetupPart.HostingPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's endpoint. */
final class SetupReader {
  private static final int MOST_COPIES = 10_000;
  private static final double MOST_WEIGHT = 1e6;

  private SetupReader() {}

  static SetupPart read(Fields fields) {
    Problems problems = fields.problems();
    Integer copies = fields.whole("copies", 0, MOST_COPIES);
    String instanceType = instanceType(fields);
    ServerProfile server = ServerReader.read(fields);
    Fields startup = fields.mapping("startup");
    StartupProfile stages = startup == null ? null : StartupReader.read(startup);
    RoutingStrategy routing = fields.choice("routing", Choices.words(RoutingStrategy.values(), Enum::name));
    Fields hosting = fields.mapping("hosting");
    HostingPart hosted = hosting == null ? null : hosting(hosting);
    Integer quota = fields.whole("quota", 0, Integer.MAX_VALUE);
    Double weight = fields.positive("weight", MOST_WEIGHT);
    List<OtherVariant> variants = variants(fields, instanceType);
    Node bounds = fields.any("capacity");
    CapacityRange capacity = bounds == null ? null : TargetReader.range(bounds, problems);
    fields.close();
    return new SetupPart(copies, instanceType, server, stages, routing, hosted, quota, weight == null ? 1 : weight,
        variants, capacity);
  }

  /** An instance type with a known size and price; burstable types are refused as SageMaker does. */
  static @Nullable String instanceType(Fields fields) {
    String name = fields.text("instanceType");
    if (name == null) {
      return null;
    }
    if (InstanceType.isBurstable(name)) {
      fields.error(fields.at("instanceType"), "SageMaker scales no burstable instances such as " + Problems.quoted(name),
          "Write another type such as ml.g5.2xlarge");
      return null;
    }
    if (InstanceTypes.byName(name).isEmpty()) {
      fields.error(fields.at("instanceType"), "no size and price are known for the instance type " + Problems.quoted(name),
          Nearest.didYouMean(name, InstanceTypes.names(), "Write one of " + String.join(", ", InstanceTypes.names())));
      return null;
    }
    return name;
  }

  static @Nullable ServerProfile profile(String id, Node at, Problems problems) {
    ServerProfile profile = Profiles.byId(id).orElse(null);
    if (profile == null) {
      List<String> all = new ArrayList<>(Profiles.aliases());
      all.addAll(Profiles.ids());
      problems.error(at, "there is no profile " + Problems.quoted(id),
          Nearest.didYouMean(id, all, "Write one of " + String.join(", ", Profiles.ids())));
    }
    return profile;
  }

  private static HostingPart hosting(Fields fields) {
    Integer instances = fields.whole("instances", 0, MOST_COPIES);
    Integer min = fields.whole("min", 0, MOST_COPIES);
    Integer max = fields.whole("max", 1, MOST_COPIES);
    if (min != null && max != null && max < min) {
      fields.error(fields.at("max"), "max " + max + " is below min " + min, "Write max: " + min + " or more");
    }
    if (instances != null && max != null && instances > max) {
      fields.error(fields.at("instances"), "instances " + instances + " is above max " + max, "Write max: " + instances
          + " or more");
    }
    boolean isManaged = fields.truth("managed", true);
    Duration idleRelease = fields.duration("idleRelease");
    Integer accelerators = fields.whole("accelerators", 0, 64);
    Double cpus = fields.number("cpus", 0, 1024);
    Integer memoryMb = fields.mebibytes("memoryMb");
    fields.close();
    return new HostingPart(instances, min, max, isManaged, idleRelease, accelerators, cpus, memoryMb);
  }

  private static List<OtherVariant> variants(Fields fields, @Nullable String ownType) {
    List<OtherVariant> variants = new ArrayList<>();
    for (Node item : fields.list("variants")) {
      Fields variant = Fields.of(item, "a variant", fields.problems());
      if (variant == null) {
        continue;
      }
      String name = variant.requiredText("name", "second");
      variant.required("copies", "1");
      Integer copies = variant.whole("copies", 1, MOST_COPIES);
      String given = instanceType(variant);
      String type = given == null ? ownType : given;
      Double weight = variant.number("weight", 0, MOST_WEIGHT);
      variant.close();
      if (type == null) {
        variant.error(item, "the variant has no instanceType", "Add instanceType: ml.g5.2xlarge");
      } else if (name != null && copies != null) {
        variants.add(new OtherVariant(name, copies, type, weight == null ? 1 : weight));
      }
    }
    return variants;
  }
}
