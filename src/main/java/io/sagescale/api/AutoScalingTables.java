package io.sagescale.api;

import static io.sagescale.api.Constraint.on;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.GetPredictiveScalingForecastRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.TagResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.UntagResourceRequest;

/**
 * What each request of Application Auto Scaling must satisfy before anything else is looked at.
 *
 * <p>Source: AAS API, the constraints of its shapes. The bounds of {@code MaxResults} stand in its documentation alone.
 */
final class AutoScalingTables {
  static final int MOST_RESULTS = 50;
  static final int MOST_POLICIES_IN_RESULTS = 10;

  static final String TEXT = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*";
  private static final String ARN =
      "^arn:.+:application-autoscaling:.+:[0-9]+:scalable-target\\/[a-zA-Z0-9-]+$";
  private static final String ACTION_NAME =
      "(?!((^[ ]+.*)|(.*([\\u0000-\\u001f]|[\\u007f-\\u009f]|[:/|])+.*)|(.*[ ]+$))).+";

  static final List<Constraint<RegisterScalableTargetRequest>> REGISTER = with(
      named(RegisterScalableTargetRequest::serviceNamespaceAsString, RegisterScalableTargetRequest::resourceId,
          RegisterScalableTargetRequest::scalableDimensionAsString),
      text("roleARN", RegisterScalableTargetRequest::roleARN),
      Constraint.entries("tags", RegisterScalableTargetRequest::tags, tagKey(), tagValue()));

  static final List<Constraint<DeregisterScalableTargetRequest>> DEREGISTER = named(
      DeregisterScalableTargetRequest::serviceNamespaceAsString, DeregisterScalableTargetRequest::resourceId,
      DeregisterScalableTargetRequest::scalableDimensionAsString);

  static final List<Constraint<DescribeScalableTargetsRequest>> DESCRIBE_TARGETS = with(
      described(DescribeScalableTargetsRequest::serviceNamespaceAsString,
          DescribeScalableTargetsRequest::scalableDimensionAsString, DescribeScalableTargetsRequest::maxResults,
          MOST_RESULTS, DescribeScalableTargetsRequest::nextToken),
      texts("resourceIds", q -> q.hasResourceIds() ? q.resourceIds() : null),
      Constraint.each("resourceIds", DescribeScalableTargetsRequest::resourceIds, eachText()));

  static final List<Constraint<PutScalingPolicyRequest>> PUT_POLICY = with(
      List.of(on("policyName", PutScalingPolicyRequest::policyName).required().length(1, 256).pattern("\\p{Print}+").notBlank()),
      named(PutScalingPolicyRequest::serviceNamespaceAsString, PutScalingPolicyRequest::resourceId,
          PutScalingPolicyRequest::scalableDimensionAsString),
      List.of(
          on("policyType", PutScalingPolicyRequest::policyTypeAsString).oneOf(AutoScalingWords.POLICY_TYPES),
          Constraint.inside("stepScalingPolicyConfiguration", PutScalingPolicyRequest::stepScalingPolicyConfiguration,
              PolicyTables.STEP),
          Constraint.inside("targetTrackingScalingPolicyConfiguration",
              PutScalingPolicyRequest::targetTrackingScalingPolicyConfiguration, PolicyTables.TRACKING)));

  static final List<Constraint<DeleteScalingPolicyRequest>> DELETE_POLICY = with(
      named(DeleteScalingPolicyRequest::serviceNamespaceAsString, DeleteScalingPolicyRequest::resourceId,
          DeleteScalingPolicyRequest::scalableDimensionAsString),
      text("policyName", DeleteScalingPolicyRequest::policyName).required());

  static final List<Constraint<DescribeScalingPoliciesRequest>> DESCRIBE_POLICIES = with(
      described(DescribeScalingPoliciesRequest::serviceNamespaceAsString,
          DescribeScalingPoliciesRequest::scalableDimensionAsString, DescribeScalingPoliciesRequest::maxResults,
          MOST_POLICIES_IN_RESULTS, DescribeScalingPoliciesRequest::nextToken),
      text("resourceId", DescribeScalingPoliciesRequest::resourceId),
      texts("policyNames", q -> q.hasPolicyNames() ? q.policyNames() : null),
      Constraint.each("policyNames", DescribeScalingPoliciesRequest::policyNames, eachText()));

  static final List<Constraint<DescribeScalingActivitiesRequest>> DESCRIBE_ACTIVITIES = with(
      described(DescribeScalingActivitiesRequest::serviceNamespaceAsString,
          DescribeScalingActivitiesRequest::scalableDimensionAsString, DescribeScalingActivitiesRequest::maxResults,
          MOST_RESULTS, DescribeScalingActivitiesRequest::nextToken),
      text("resourceId", DescribeScalingActivitiesRequest::resourceId));

  static final List<Constraint<PutScheduledActionRequest>> PUT_ACTION = with(
      named(PutScheduledActionRequest::serviceNamespaceAsString, PutScheduledActionRequest::resourceId,
          PutScheduledActionRequest::scalableDimensionAsString),
      text("schedule", PutScheduledActionRequest::schedule),
      text("timezone", PutScheduledActionRequest::timezone),
      on("scheduledActionName", PutScheduledActionRequest::scheduledActionName)
          .required().length(1, 256).pattern(ACTION_NAME));

  static final List<Constraint<DeleteScheduledActionRequest>> DELETE_ACTION = with(
      named(DeleteScheduledActionRequest::serviceNamespaceAsString, DeleteScheduledActionRequest::resourceId,
          DeleteScheduledActionRequest::scalableDimensionAsString),
      text("scheduledActionName", DeleteScheduledActionRequest::scheduledActionName).required());

  static final List<Constraint<DescribeScheduledActionsRequest>> DESCRIBE_ACTIONS = with(
      described(DescribeScheduledActionsRequest::serviceNamespaceAsString,
          DescribeScheduledActionsRequest::scalableDimensionAsString, DescribeScheduledActionsRequest::maxResults,
          MOST_RESULTS, DescribeScheduledActionsRequest::nextToken),
      text("resourceId", DescribeScheduledActionsRequest::resourceId),
      texts("scheduledActionNames", q -> q.hasScheduledActionNames() ? q.scheduledActionNames() : null),
      Constraint.each("scheduledActionNames", DescribeScheduledActionsRequest::scheduledActionNames, eachText()));

  static final List<Constraint<TagResourceRequest>> TAG = List.of(
      arn(TagResourceRequest::resourceARN),
      on("tags", (TagResourceRequest q) -> q.hasTags() ? q.tags() : null).required(),
      Constraint.entries("tags", TagResourceRequest::tags, tagKey(), tagValue()));

  static final List<Constraint<UntagResourceRequest>> UNTAG = List.of(
      arn(UntagResourceRequest::resourceARN),
      on("tagKeys", (UntagResourceRequest q) -> q.hasTagKeys() ? q.tagKeys() : null).required().length(0, 200),
      Constraint.each("tagKeys", UntagResourceRequest::tagKeys, List.of(tagKey())));

  static final List<Constraint<ListTagsForResourceRequest>> LIST_TAGS =
      List.of(arn(ListTagsForResourceRequest::resourceARN));

  static final List<Constraint<GetPredictiveScalingForecastRequest>> FORECAST = with(
      named(GetPredictiveScalingForecastRequest::serviceNamespaceAsString,
          GetPredictiveScalingForecastRequest::resourceId, GetPredictiveScalingForecastRequest::scalableDimensionAsString),
      on("policyName", GetPredictiveScalingForecastRequest::policyName)
          .required().length(1, 256).pattern("\\p{Print}+"),
      on("startTime", GetPredictiveScalingForecastRequest::startTime).required(),
      on("endTime", GetPredictiveScalingForecastRequest::endTime).required());

  private AutoScalingTables() {}

  /** The three identifiers of a scalable target. */
  private static <Q> List<Constraint<Q>> named(
      Function<Q, @Nullable String> namespace, Function<Q, @Nullable String> id,
      Function<Q, @Nullable String> dimension) {
    return List.of(
        on("serviceNamespace", namespace).required().oneOf(AutoScalingWords.SERVICE_NAMESPACES),
        text("resourceId", id).required(),
        on("scalableDimension", dimension).required().oneOf(AutoScalingWords.SCALABLE_DIMENSIONS));
  }

  private static <Q> List<Constraint<Q>> described(
      Function<Q, @Nullable String> namespace, Function<Q, @Nullable String> dimension,
      Function<Q, @Nullable Integer> maxResults, int most, Function<Q, @Nullable String> token) {
    return List.of(
        on("serviceNamespace", namespace).required().oneOf(AutoScalingWords.SERVICE_NAMESPACES),
        on("scalableDimension", dimension).oneOf(AutoScalingWords.SCALABLE_DIMENSIONS),
        on("maxResults", maxResults).range(1, most),
        on("nextToken", token).pattern(TEXT));
  }

  static <Q> MemberConstraint<Q> text(String member, Function<Q, @Nullable String> value) {
    return on(member, value).length(1, 1600).pattern(TEXT);
  }

  private static <Q> MemberConstraint<Q> texts(String member, Function<Q, @Nullable List<String>> value) {
    return on(member, value).length(0, 50);
  }

  private static List<Constraint<String>> eachText() {
    return List.of(text("", Function.identity()));
  }

  private static MemberConstraint<String> tagKey() {
    return on("", Function.<String>identity()).length(1, 128);
  }

  private static MemberConstraint<String> tagValue() {
    return on("", Function.<String>identity()).length(0, 256);
  }

  private static <Q> MemberConstraint<Q> arn(Function<Q, @Nullable String> value) {
    return on("resourceARN", value).required().length(1, 1011).pattern(ARN);
  }

  @SafeVarargs
  private static <Q> List<Constraint<Q>> with(List<Constraint<Q>> first, Constraint<Q>... more) {
    return with(first, List.of(more));
  }

  @SafeVarargs
  private static <Q> List<Constraint<Q>> with(List<Constraint<Q>>... tables) {
    List<Constraint<Q>> all = new ArrayList<>();
    for (List<Constraint<Q>> table : tables) {
      all.addAll(table);
    }
    return List.copyOf(all);
  }
}
