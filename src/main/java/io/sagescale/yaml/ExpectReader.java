package io.sagescale.yaml;

import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.EndpointScaling.StartupTimes;
import java.time.Duration;

/** Reads what an author expects of an endpoint. */
final class ExpectReader {
  private ExpectReader() {}

  static Expectations read(Fields fields) {
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
}
