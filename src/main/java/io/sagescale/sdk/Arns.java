package io.sagescale.sdk;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The ARNs of scaling policies and alarms in one region of one account. They are made of names alone, so that an ARN can be
 * read back without a register.
 *
 * <p>Source: ARNs seen on AWS; our choice: the id inside a policy's ARN follows from its target and name, so that a policy
 * which is deleted and put again has its old ARN.
 */
public record Arns(String region, String account) {
  private static final String CREATED_BY = ":createdBy/";
  private static final String POLICY_NAME = ":policyName/";
  private static final String RESOURCE = ":resource/sagemaker/";

  /** The ARN of the policy of that name on the target. */
  public String policy(ResourceId resource, String policyName) {
    return "arn:aws:autoscaling:" + region + ":" + account + ":scalingPolicy:" + id("policy", resource, policyName)
        + RESOURCE + resource.text() + POLICY_NAME + policyName;
  }

  /** The policy as the alarms that AWS made for it name it: its ARN and who created them. */
  public String managedPolicy(ResourceId resource, String policyName) {
    return policy(resource, policyName) + CREATED_BY + id("createdBy", resource, policyName);
  }

  public String alarm(String name) {
    return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + name;
  }

  /** The alarm of that ARN; empty when it is no alarm of this region and account. */
  public Optional<String> alarmName(String arn) {
    String before = alarm("");
    return arn.startsWith(before) && arn.length() > before.length()
        ? Optional.of(arn.substring(before.length())) : Optional.empty();
  }

  /** What the ARN in an alarm's list of actions does: scale where it is one of our policies, exists or not. */
  public AlarmAction action(String arn) {
    int from = arn.indexOf(RESOURCE);
    int name = arn.indexOf(POLICY_NAME, from + 1);
    if (from < 0 || name < 0) {
      return new AlarmAction.Other(arn);
    }
    int by = arn.indexOf(CREATED_BY, name);
    String policyName = arn.substring(name + POLICY_NAME.length(), by < 0 ? arn.length() : by);
    Optional<ResourceId> resource = ResourceId.parse(arn.substring(from + RESOURCE.length(), name));
    if (resource.isEmpty() || !isOurs(arn, resource.get(), policyName)) {
      return new AlarmAction.Other(arn);
    }
    return new AlarmAction.Scale(resource.get(), policyName);
  }

  /** The ARN of the action in the lists of the alarm; alarms that AWS made name their policy in its longer form. */
  public String action(String alarmName, AlarmAction action) {
    return switch (action) {
      case AlarmAction.Other other -> other.arn();
      case AlarmAction.Scale scale -> isManaged(alarmName, scale.resource())
          ? managedPolicy(scale.resource(), scale.policyName()) : policy(scale.resource(), scale.policyName());
    };
  }

  /** True for the alarms that AWS made for a target tracking policy of the resource. */
  public static boolean isManaged(String alarmName, ResourceId resource) {
    return alarmName.startsWith("TargetTracking-" + resource.text() + "-Alarm");
  }

  private boolean isOurs(String arn, ResourceId resource, String policyName) {
    return arn.equals(policy(resource, policyName)) || arn.equals(managedPolicy(resource, policyName));
  }

  private static String id(String kind, ResourceId resource, String policyName) {
    return UUID.nameUUIDFromBytes((kind + " " + resource.text() + " " + policyName).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
