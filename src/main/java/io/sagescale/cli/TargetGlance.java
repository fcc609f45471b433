package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.report.ScheduleRows.Firing;
import io.sagescale.report.TargetPage;
import io.sagescale.report.TargetPage.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;

/** What the services say about one target, each asked for its part; what one of them refuses is left out and told of. */
final class TargetGlance {
  /** Source: our choice, because older ones say little of how a target stands. */
  private static final int ACTIVITIES = 5;

  private final Clients clients;
  private final ResourceId id;
  private final EngineName engine;
  private final List<String> unread = new ArrayList<>();

  TargetGlance(Clients clients, ResourceId id, EngineName engine) {
    this.clients = clients;
    this.id = id;
    this.engine = engine;
  }

  TargetPage of(ScalableTarget target, Instant now) {
    List<ScalingPolicy> policies = read("policies", () -> PolicyPages.of(clients, id, List.of()));
    List<MetricAlarm> alarms = read("alarms", () -> alarms(policies));
    List<ScalingActivity> activities = read("activities", this::activities);
    List<Firing> next = read("schedule", () -> SchedulePages.firings(SchedulePages.of(clients, id), now, 1));
    List<Running> running = read("capacity", () -> List.of(running()));
    return new TargetPage(target, running.isEmpty() ? null : running.getFirst(), policies, alarms, activities, next.isEmpty() ? null : next.getFirst(), unread, now);
  }

  private <T> List<T> read(String what, Supplier<List<T>> question) {
    try {
      return question.get();
    } catch (AwsServiceException refused) {
      unread.add(what + ": " + AwsRefusal.of(refused, engine).getMessage());
      return List.of();
    }
  }

  private List<MetricAlarm> alarms(List<ScalingPolicy> policies) {
    List<String> names = policies.stream().flatMap(policy -> policy.alarms().stream()).map(Alarm::alarmName).distinct().toList();
    return names.isEmpty() ? List.of() : AlarmPages.of(clients, null, request -> request.alarmNames(names)).metricAlarms();
  }

  private List<ScalingActivity> activities() {
    return clients.scaling().describeScalingActivities(DescribeScalingActivitiesRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER).resourceId(id.text()).scalableDimension(id.dimension().text())
        .includeNotScaledActivities(true).maxResults(ACTIVITIES).build()).scalingActivities();
  }

  private Running running() {
    return switch (id) {
      case ResourceId.Variant variant -> running(variant.variant(), clients.sageMaker().describeEndpoint(
          DescribeEndpointRequest.builder().endpointName(variant.endpoint()).build()));
      case ResourceId.Component component -> running(clients.sageMaker().describeInferenceComponent(
          DescribeInferenceComponentRequest.builder().inferenceComponentName(component.component()).build()));
    };
  }

  private static Running running(String variant, DescribeEndpointResponse endpoint) {
    @Nullable ProductionVariantSummary found = endpoint.productionVariants().stream()
        .filter(one -> variant.equals(one.variantName())).findFirst().orElse(null);
    return new Running(found == null ? null : found.currentInstanceCount(), found == null ? null : found.desiredInstanceCount(),
        "endpoint " + endpoint.endpointStatusAsString());
  }

  private static Running running(DescribeInferenceComponentResponse component) {
    return component.runtimeConfig() == null
        ? new Running(null, null, component.inferenceComponentStatusAsString())
        : new Running(component.runtimeConfig().currentCopyCount(), component.runtimeConfig().desiredCopyCount(),
            component.inferenceComponentStatusAsString());
  }
}
