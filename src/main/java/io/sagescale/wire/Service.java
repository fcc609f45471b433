package io.sagescale.wire;

import java.util.Optional;

/** An AWS service whose protocols are spoken here. Source: the services' API models. */
public enum Service {
  APPLICATION_AUTO_SCALING("application-autoscaling", "AnyScaleFrontendService", "2016-02-06"),
  CLOUDWATCH("monitoring", "GraniteServiceVersion20100801", "2010-08-01"),
  SAGEMAKER("sagemaker", "SageMaker", "2017-07-24"),
  /** Known by its paths; no header names it. */
  SAGEMAKER_RUNTIME("runtime.sagemaker", "", "2017-05-13");

  private final String endpoint;
  private final String target;
  private final String version;

  Service(String endpoint, String target, String version) {
    this.endpoint = endpoint;
    this.target = target;
    this.version = version;
  }

  /** The first label of the service's host name, e.g. {@code monitoring}. */
  public String endpoint() {
    return endpoint;
  }

  /** The service's name in the {@code X-Amz-Target} header and in the paths of RPC v2; empty where neither is spoken. */
  public String target() {
    return target;
  }

  /** The date that names the version of the service's API. */
  public String version() {
    return version;
  }

  static Optional<Service> ofTarget(String target) {
    for (Service service : values()) {
      if (service.target.equals(target) && !target.isEmpty()) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }
}
