package io.sagescale.scaling;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduledAction;

/** The texts of scaling activities as AWS writes them. Source: AAS user guide, scaling activities; seen in real accounts. */
public final class ActivityTexts {

  static final String NOT_SCALED = "Attempting to scale due to alarm triggered";

  private ActivityTexts() {}

  /** Source: SageMaker developer guide, endpoint-scaling-query-history. Unverified for copies. */
  public static String setting(ResourceId resource, int capacity) {
    return "Setting desired " + resource.dimension().noun() + " to " + capacity + ".";
  }

  public static String causedByAlarm(String alarm, String policy) {
    return "monitor alarm " + alarm + " in state ALARM triggered policy " + policy;
  }

  /** The bound that moves a capacity which lies outside the range. */
  public static String causedByBounds(CapacityRange range, int capacity) {
    return capacity < range.min()
        ? "minimum capacity was set to " + range.min()
        : "maximum capacity was set to " + range.max();
  }

  public static String causedBySchedule(String action) {
    return "scheduled action name " + action + " was triggered";
  }

  /** Unverified: the form of other services with this one's nouns. */
  static String waiting(ResourceId resource, int capacity) {
    return set(resource, capacity) + " Waiting for change to be fulfilled by sagemaker.";
  }

  static String fulfilled(ResourceId resource, int capacity) {
    return set(resource, capacity) + " Change successfully fulfilled by sagemaker.";
  }

  /** Unverified. */
  static String overridden(ResourceId resource, int capacity, int later) {
    return set(resource, capacity) + " Found it was later changed to " + later + ".";
  }

  /** Unverified. */
  static String unfulfilled(ResourceId resource, int capacity) {
    return set(resource, capacity) + " Change was not fulfilled by sagemaker in time.";
  }

  static String failed(ResourceId resource, int capacity, String reason) {
    return "Failed to set desired " + resource.dimension().noun() + " to " + capacity + ". Reason: " + reason;
  }

  /** The reason AWS gives when the account may not have that many instances. */
  public static String quotaReason(String instanceType, int limit, int used, int delta) {
    return "The account-level service limit '" + instanceType + " for endpoint usage' is " + limit
        + " Instances, with current utilization of " + used + " Instances and a request delta of " + delta
        + " Instances. Please contact AWS support to request an increase for this limit. (Service: AmazonSageMaker;"
        + " Status Code: 400; Error Code: ResourceLimitExceeded; Request ID: request-id).";
  }

  /** The reason when an inference component may not have that many copies. Unverified: AWS's text. */
  public static String copiesReason(int copies, int limit) {
    return "CopyCount " + copies + " exceeds the limit of " + limit + ". (Service: AmazonSageMaker; Status Code: 400;"
        + " Error Code: ResourceLimitExceeded; Request ID: request-id).";
  }

  /** Source: AAS user guide, scheduled scaling; the words after {@code Reason:} are ours. */
  static String notScalable(ResourceId resource) {
    return "Resource Id [" + resource.text() + "] is not scalable. Reason: the resource is being updated.";
  }

  /** The middle of a scheduled row's texts: {@code min capacity to 5 and max capacity to 10}. */
  static String bounds(ScheduledAction action) {
    String min = action.min() == null ? "" : "min capacity to " + action.min();
    String max = action.max() == null ? "" : "max capacity to " + action.max();
    return min + (min.isEmpty() || max.isEmpty() ? "" : " and ") + max;
  }

  private static String set(ResourceId resource, int capacity) {
    return "Successfully set desired " + resource.dimension().noun() + " to " + capacity + ".";
  }
}
