package io.sagescale.api;

import static io.sagescale.api.Scaling.PER_MODEL;
import static io.sagescale.api.Scaling.VARIANT_ID;
import static io.sagescale.api.Scaling.action;
import static io.sagescale.api.Scaling.policy;
import static io.sagescale.api.Scaling.register;
import static io.sagescale.api.Scaling.tracking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.applicationautoscaling.model.AdjustmentType;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.GetPredictiveScalingForecastRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricStatistic;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Every refusal of Application Auto Scaling whose text was seen on AWS, and ours beside them; asked with VARIANT registered. */
class RefusalTextsTest {
  private static final String DIMENSION = "sagemaker:variant:DesiredInstanceCount";
  private static final String NAMES_OF_NO_ONE =
      "service namespace: sagemaker, resource ID: endpoint/no/variant/one, scalable dimension: " + DIMENSION;
  private static final String STEP = "StepScaling";
  private static final String SYNTAX = "Invalid schedule expression. Details: Schedule expressions must have the "
      + "following syntax: rate(<number>\\s?(minutes?|hours?|days?)), cron(<cron_expression>) or at(yyyy-MM-dd'T'HH:mm:ss).";

  static Stream<Arguments> targets() {
    return Stream.of(
        invalid(register(q -> q.minCapacity(5).maxCapacity(4)), "Maximum capacity cannot be less than minimum capacity"),
        invalid(register(q -> q.minCapacity(5)), "Maximum capacity cannot be less than minimum capacity"),
        invalid(register(q -> q.resourceId("endpoint/new/variant/v").minCapacity(null)),
            "Minimum capacity must be specified"),
        invalid(register(q -> q.resourceId("endpoint/new/variant/v").maxCapacity(null)),
            "Maximum capacity must be specified"),
        invalid(register(q -> q.minCapacity(-1)), "Minimum capacity cannot be less than 0"),
        invalid(register(q -> q.resourceId("endpoint/llama")),
            "Unsupported service namespace, resource type or scalable dimension"),
        invalid(register(q -> q.resourceId("inference-component/x")),
            "Unsupported service namespace, resource type or scalable dimension"),
        invalid(register(q -> q.scalableDimension("sagemaker:variant:DesiredProvisionedConcurrency")),
            "Unsupported service namespace, resource type or scalable dimension"),
        invalid(register(q -> q.serviceNamespace("ecs").scalableDimension("ecs:service:DesiredCount")),
            "Unsupported service namespace, resource type or scalable dimension"),
        row(register(q -> q.scalableDimension("ecs:service:DesiredCount")), "AccessDeniedException",
            "Account is not authorized"),
        invalid(register(q -> q.serviceNamespace("sagemakers")),
            "1 validation error detected: Value 'sagemakers' at 'serviceNamespace' failed to satisfy constraint: Member "
                + "must satisfy enum value set: [appstream, cassandra, comprehend, custom-resource, dynamodb, ec2, ecs, "
                + "elasticache, elasticmapreduce, kafka, lambda, neptune, rds, sagemaker, workspaces]"),
        invalid(register(q -> q.resourceId(null)),
            "1 validation error detected: Value null at 'resourceId' failed to satisfy constraint: Member must not be null"),
        invalid(register(q -> q.tags(Map.of("team", "genai"))),
            "The scalable target that you tried to tag already exists. To update tags on an existing scalable target, "
                + "use the TagResource API."),
        invalid(register(q -> q.resourceId("endpoint/new/variant/v").tags(Map.of("aws:team", "genai"))),
            "The tag key aws:team begins with aws:, which is reserved."),
        invalid(register(q -> q.resourceId("endpoint/llama/variant/Other")),
            "SageMaker resource doesn't exist: endpoint/llama/variant/Other"),
        row(DeregisterScalableTargetRequest.builder().serviceNamespace("sagemaker")
                .resourceId("endpoint/no/variant/one").scalableDimension(DIMENSION).build(),
            "ObjectNotFoundException", "No scalable target found for " + NAMES_OF_NO_ONE));
  }

  static Stream<Arguments> policies() {
    return Stream.of(
        row(tracking("p", PER_MODEL, 5).toBuilder().resourceId("endpoint/no/variant/one").build(),
            "ObjectNotFoundException", "No scalable target registered for " + NAMES_OF_NO_ONE),
        row(DeleteScalingPolicyRequest.builder().policyName("none").serviceNamespace("sagemaker")
                .resourceId(VARIANT_ID).scalableDimension(DIMENSION).build(),
            "ObjectNotFoundException", "No scaling policy found for service namespace: sagemaker, resource ID: "
                + VARIANT_ID + ", scalable dimension: " + DIMENSION + ", policy name: none"),
        invalid(policy(q -> q.policyType("Magic")),
            "1 validation error detected: Value 'Magic' at 'policyType' failed to satisfy constraint: Member must satisfy "
                + "enum value set: [PredictiveScaling, StepScaling, TargetTrackingScaling]"),
        row(policy(q -> q.policyType(PolicyType.PREDICTIVE_SCALING)
                .predictiveScalingPolicyConfiguration(c -> { })), "AccessDeniedException", "Account is not authorized"),
        invalid(policy(q -> { }), "Policy type must be specified"),
        invalid(policy(q -> q.policyType(STEP)), "StepScaling policy configuration must be specified"),
        invalid(policy(q -> q.policyType("TargetTrackingScaling")),
            "TargetTrackingScaling policy configuration must be specified"),
        invalid(tracking("p", PER_MODEL, 5).toBuilder().policyType(STEP).build(),
            "You must only provide a single scaling policy configuration, which must match the scaling policy type "
                + "specified."),
        invalid(tracking("p", PER_MODEL, 5).toBuilder().stepScalingPolicyConfiguration(c -> { }).build(),
            "You must only provide a single scaling policy configuration, which must match the scaling policy type "
                + "specified."),
        invalid(tracking("p", "SageMakerVariantProvisionedConcurrencyUtilization", 5),
            "Scalable dimension sagemaker:variant:DesiredInstanceCount only supports the following predefined metric "
                + "types: SageMakerVariantInvocationsPerInstance, SageMakerVariantConcurrentRequestsPerModelHighResolution"),
        invalid(tracked(c -> c.predefinedMetricSpecification(m -> m.predefinedMetricType(PER_MODEL))
                .customizedMetricSpecification(m -> { })),
            "Only one of PredefinedMetricSpecification or CustomizedMetricSpecification can be set for target tracking "
                + "scaling."),
        invalid(tracked(c -> { }),
            "PredefinedMetricSpecification or CustomizedMetricSpecification must be set for target tracking scaling."),
        invalid(tracked(c -> c.customizedMetricSpecification(m -> m.metricName("Own").metrics(q -> q.id("m1")))),
            "The customized metric specification is not valid."),
        invalid(tracked(c -> c.customizedMetricSpecification(m -> m.metricName("Own"))),
            "The customized metric specification is not valid."),
        invalid(tracked(c -> c.customizedMetricSpecification(m -> m.metricName("Own").namespace("Ours")
                .statistic(MetricStatistic.AVERAGE).unit("Percent"))),
            "The customized metric specification is not valid. This engine keeps no units: leave out unit Percent."),
        invalid(tracked(c -> c.targetValue(0.0).predefinedMetricSpecification(m -> m.predefinedMetricType(PER_MODEL))),
            "Target value must be greater than 0 and at most 2^360"),
        invalid(tracked(c -> c.scaleOutCooldown(-1).predefinedMetricSpecification(m -> m.predefinedMetricType(PER_MODEL))),
            "Scale out cooldown cannot be less than 0"));
  }

  static Stream<Arguments> steps() {
    return Stream.of(
        invalid(stepped(c -> c.adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)),
            "There must be at least one step adjustment"),
        invalid(stepped(c -> c.stepAdjustments(step(0.0, null, 1))), "Adjustment type must be specified"),
        invalid(steps(step(5.0, 5.0, 1)), "Lower bound must be less than upper bound for a step adjustment"),
        invalid(steps(step(null, null, 1)),
            "Both lower and upper bounds of a step adjustment cannot be left unspecified"),
        invalid(steps(step(null, 0.0, -1), step(null, 5.0, 1)),
            "At most one step adjustment may have an unspecified lower bound"),
        invalid(steps(step(0.0, null, 1), step(5.0, null, 2)),
            "At most one step adjustment may have an unspecified upper bound"),
        invalid(steps(step(-5.0, 0.0, -1)), "There must be a step adjustment with an unspecified lower bound when one "
            + "step adjustment has a negative lower bound"),
        invalid(steps(step(0.0, 5.0, 1)), "There must be a step adjustment with an unspecified upper bound when one "
            + "step adjustment has a positive upper bound"),
        invalid(steps(step(0.0, 10.0, 1), step(5.0, null, 2)), "Step adjustment intervals cannot overlap"),
        invalid(steps(step(10.0, null, 2), step(0.0, 5.0, 1)), "Step adjustment intervals cannot have gaps between them"),
        invalid(stepped(c -> c.adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)
                .stepAdjustments(Collections.nCopies(21, step(0.0, null, 1)))),
            "There can be at most 20 step adjustments per scaling policy"),
        invalid(stepped(c -> c.adjustmentType(AdjustmentType.EXACT_CAPACITY).stepAdjustments(step(0.0, null, -1))),
            "Scaling adjustment cannot be less than 0 when adjustment type is ExactCapacity"),
        invalid(stepped(c -> c.adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY).minAdjustmentMagnitude(2)
                .stepAdjustments(step(0.0, null, 1))),
            "Minimum adjustment magnitude is only allowed for adjustment type PercentChangeInCapacity"),
        invalid(steps(StepAdjustment.builder().metricIntervalLowerBound(0.0).build()),
            "1 validation error detected: Value null at 'stepScalingPolicyConfiguration.stepAdjustments.1.member."
                + "scalingAdjustment' failed to satisfy constraint: Member must not be null"));
  }

  static Stream<Arguments> schedules() {
    return Stream.of(
        row(action(q -> q.resourceId("endpoint/no/variant/one")), "ObjectNotFoundException",
            "No scalable target registered for " + NAMES_OF_NO_ONE),
        row(DeleteScheduledActionRequest.builder().scheduledActionName("none").serviceNamespace("sagemaker")
                .resourceId(VARIANT_ID).scalableDimension(DIMENSION).build(),
            "ObjectNotFoundException", "No scheduled action found for service namespace: sagemaker, resource ID: "
                + VARIANT_ID + ", scalable dimension: " + DIMENSION + ", scheduled action name: none"),
        invalid(action(q -> q.schedule("daily")), SYNTAX),
        invalid(action(q -> q.schedule("rate(1 week)")), SYNTAX),
        invalid(action(q -> q.schedule("at(2035-01-01)")),
            "Invalid schedule expression. Details: Invalid schedule at DateTime expression: Invalid format: "
                + "\"2035-01-01\" is too short"),
        invalid(action(q -> q.schedule("rate(0 minutes)")),
            "Invalid schedule frequency. Run for '1970-01-01T00:00:00.000Z' and '1970-01-01T00:00:00.000Z' are less than "
                + "60 seconds apart"),
        invalid(action(q -> q.schedule("cron(0 9 * * * *)")),
            "Invalid schedule expression. Details: Invalid CRON expression: error at position 1, details: '?' can only be "
                + "specified for Day-of-Month or Day-of-Week."),
        invalid(action(q -> q.schedule(null)), "Schedule must be specified"),
        invalid(action(q -> q.timezone("Middle/Earth")), "Invalid time zone: Middle/Earth"),
        invalid(action(q -> q.startTime(Instant.ofEpochSecond(2)).endTime(Instant.ofEpochSecond(1))),
            "StartTime must be before EndTime"),
        invalid(action(q -> q.scalableTargetAction(a -> { })),
            "At least one of minimum capacity and maximum capacity should be provided"),
        invalid(action(q -> q.scalableTargetAction(a -> a.minCapacity(3).maxCapacity(2))),
            "Maximum capacity cannot be less than minimum capacity"),
        invalid(action(q -> q.scheduledActionName("a/b")),
            "1 validation error detected: Value 'a/b' at 'scheduledActionName' failed to satisfy constraint: Member must "
                + "satisfy regular expression pattern: (?!((^[ ]+.*)|(.*([\\u0000-\\u001f]|[\\u007f-\\u009f]|[:/|])+.*)|"
                + "(.*[ ]+$))).+"),
        row(GetPredictiveScalingForecastRequest.builder().serviceNamespace("sagemaker").resourceId(VARIANT_ID)
                .scalableDimension(DIMENSION).policyName("p").startTime(Instant.EPOCH).endTime(Instant.EPOCH).build(),
            "AccessDeniedException", "Account is not authorized"));
  }

  @ParameterizedTest
  @MethodSource({"targets", "policies", "steps", "schedules"})
  void refusesInTheWordsOfAws(Object question, String code, String message) {
    Scaling scaling = Scaling.registered();
    Refusal refusal = assertThrows(Refusal.class, () -> scaling.ask(question));
    assertEquals(message, refusal.getMessage());
    assertEquals(code, refusal.code());
    assertEquals(400, refusal.status());
  }

  @Test
  void refusesASecondPolicyOnTheSameMetric() {
    Scaling scaling = Scaling.registered();
    scaling.ask(tracking("one", PER_MODEL, 5));
    Refusal refusal = assertThrows(Refusal.class, () -> scaling.ask(tracking("two", PER_MODEL, 7)));
    assertEquals("Only one TargetTrackingScaling policy for a given metric specification is allowed.",
        refusal.getMessage());
  }

  @Test
  void refusesATargetThatNobodyCreatedWhenStrict() {
    Scaling scaling = new Scaling(ModelledDesk.strict());
    Refusal refusal = assertThrows(Refusal.class, () -> scaling.ask(register(q -> { })));
    assertEquals("SageMaker resource doesn't exist: " + VARIANT_ID, refusal.getMessage());
  }

  @Test
  void judgesTheShapeBeforeItLooksTheResourceUp() {
    Scaling scaling = new Scaling(ModelledDesk.strict());
    Refusal refusal = assertThrows(Refusal.class, () -> scaling.ask(register(q -> q.minCapacity(9))));
    assertEquals("Maximum capacity cannot be less than minimum capacity", refusal.getMessage());
  }

  private static Arguments invalid(Object question, String message) {
    return row(question, "ValidationException", message);
  }

  private static Arguments row(Object question, String code, String message) {
    return Arguments.of(question, code, message);
  }

  private static PutScalingPolicyRequest tracked(Consumer<TargetTrackingScalingPolicyConfiguration.Builder> more) {
    TargetTrackingScalingPolicyConfiguration.Builder configuration =
        TargetTrackingScalingPolicyConfiguration.builder().targetValue(5.0);
    more.accept(configuration);
    return policy(q -> q.policyType("TargetTrackingScaling")
        .targetTrackingScalingPolicyConfiguration(configuration.build()));
  }

  private static PutScalingPolicyRequest stepped(Consumer<StepScalingPolicyConfiguration.Builder> more) {
    StepScalingPolicyConfiguration.Builder configuration = StepScalingPolicyConfiguration.builder();
    more.accept(configuration);
    return policy(q -> q.policyType(STEP).stepScalingPolicyConfiguration(configuration.build()));
  }

  private static PutScalingPolicyRequest steps(StepAdjustment... steps) {
    return stepped(c -> c.adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY).stepAdjustments(List.of(steps)));
  }

  private static StepAdjustment step(Double lower, Double upper, int adjustment) {
    return StepAdjustment.builder().metricIntervalLowerBound(lower).metricIntervalUpperBound(upper)
        .scalingAdjustment(adjustment).build();
  }
}
