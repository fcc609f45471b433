package io.sagescale.api;

import io.sagescale.fleet.QuotaRefusal;
import io.sagescale.fleet.Standing;

/** SageMaker's refusals in its words. Those marked as ours AWS words in a way that nobody has written down. */
final class SageMakerRefusals {
  /** Source: seen on AWS for a copy that is too large for the instance type. */
  static final String NO_ROOM =
      "There is not enough hardware resources on the instances for this endpoint to create a copy of the inference component.";
  /** Source: seen on AWS. */
  static final String MANAGED_WITHOUT_COMPONENTS =
      "ManagedInstanceScaling is only supported for inference component endpoints.";
  /** Source: seen on AWS. Unverified: for which setups. */
  static final String MANAGED_IN_OTHER_SETUP =
      "ManagedInstanceScaling is not supported with the given EndpointConfig setup.";
  /** Unverified: AWS's text of a failed creation. */
  static final String NO_CAPACITY = "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.";

  private SageMakerRefusals() {}

  /** @param what such as {@code endpoint configuration} */
  static Refusal unknown(String what, String arn) {
    return Refusal.invalid("Could not find " + what + " \"" + arn + "\".");
  }

  /** @param what such as {@code endpoint} */
  static Refusal exists(String what, String arn) {
    return Refusal.invalid("Cannot create already existing " + what + " \"" + arn + "\".");
  }

  static Refusal inProgress(String endpointArn) {
    return Refusal.invalid("Cannot update in-progress endpoint \"" + endpointArn + "\".");
  }

  /** @param verb such as {@code delete}; Unverified for others */
  static Refusal inState(String verb, String componentArn, Standing standing) {
    return Refusal.invalid("Cannot " + verb + " inference component \"" + componentArn + "\" while it is in state "
        + state(standing) + ".");
  }

  /** The states that AWS names in refusals. Source: seen on AWS, but for those of settled components: ours. */
  private static String state(Standing standing) {
    return switch (standing) {
      case CREATING -> "CREATE_IN_PROGRESS";
      case UPDATING, ROLLING_BACK -> "UPDATE_RC_IN_PROGRESS";
      case DELETING -> "DELETE_IN_PROGRESS";
      case IN_SERVICE -> "IN_SERVICE";
      case FAILED -> "FAILED";
    };
  }

  static Refusal overQuota(QuotaRefusal quota) {
    return Refusal.of("ResourceLimitExceeded", "The account-level service limit '" + quota.instanceType()
        + " for endpoint usage' is " + quota.limit() + " Instances, with current utilization of " + quota.used()
        + " Instances and a request delta of " + quota.delta() + " Instances. Please use AWS Service Quotas to request an"
        + " increase for this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for"
        + " this quota.");
  }

  /** What SageMaker can and this engine cannot; never stored and ignored. Source: our choice of words. */
  static Refusal unsupported(String member) {
    return Refusal.invalid(member + " is not supported by this engine.");
  }
}
