package io.sagescale.yaml;

import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.EndpointScaling.StartupTimes;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.serving.InstanceTypes;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what an author expects of an endpoint. */
final class ExpectReader {
  private ExpectReader() {}

  static Expectations read(Fields fields, @Nullable ScalableTarget target) {
    String instanceType = SetupReader.instanceType(fields);
    String profile = fields.text("profile");
    if (profile != null) {
      SetupReader.profile(profile, fields.at("profile"), fields.problems());
    }
    Fields startup = fields.mapping("startup");
    StartupTimes times = startup == null ? null : startup(startup);
    Fields budget = fields.mapping("budget");
    Double maxPerHour = null;
    if (budget != null) {
      maxPerHour = budget.usd("maxPerHour");
      budget.close();
      warnOverBudget(budget, maxPerHour, instanceType, target);
    }
    fields.close();
    return new Expectations(instanceType, profile, times, maxPerHour);
  }

  private static StartupTimes startup(Fields fields) {
    Duration provision = fields.duration("provision");
    Duration imagePull = fields.duration("imagePull");
    Duration modelDownload = fields.duration("modelDownload");
    Duration containerStart = fields.duration("containerStart");
    Duration healthCheck = fields.duration("healthCheck");
    fields.close();
    return new StartupTimes(provision, imagePull, modelDownload, containerStart, healthCheck);
  }

  private static void warnOverBudget(
      Fields budget, @Nullable Double maxPerHour, @Nullable String instanceType, @Nullable ScalableTarget target) {
    if (maxPerHour == null || instanceType == null || target == null || target.resource() instanceof ResourceId.Component) {
      return;
    }
    InstanceType type = InstanceTypes.byName(instanceType).orElse(null);
    int most = target.range().max();
    if (type != null && type.usdPerHour() * most > maxPerHour) {
      budget.problems().warning(budget.at("maxPerHour"),
          String.format(Locale.ROOT, "%d x %s cost %.2f USD an hour, over the budget of %s USD", most, instanceType,
              type.usdPerHour() * most, Fields.plain(maxPerHour)),
          "Lower capacity.max or raise the budget");
    }
  }
}
