package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The constraint tables against AWS's published shapes, where these lie beside the project. */
class PublishedShapesTest {
  /** A difference that is meant, at a member and all inside it, in one operation or in any of them. */
  private record Meant(String operation, String place, String reason) {
    boolean isOf(String asked, String at) {
      return (operation.equals("*") || operation.equals(asked)) && (at.equals(place) || at.startsWith(place + "."));
    }
  }

  private static final List<Meant> APPLICATION_AUTO_SCALING = List.of(
      new Meant("*", "maxResults", "bounds that AWS states in its documentation alone"));

  private static final String UNKNOWN = "newer than the SDK that decodes requests, which passes over it";
  private static final String REFUSED = "the member is refused whole: not supported by this engine";
  private static final String NO_LOGS = "AWS lets alarms on queries go without, which are not offered";

  private static final List<Meant> CLOUD_WATCH = List.of(
      new Meant("PutMetricAlarm", "comparisonOperator", NO_LOGS),
      new Meant("PutMetricAlarm", "evaluationPeriods", NO_LOGS),
      new Meant("PutMetricAlarm", "evaluationCriteria", UNKNOWN),
      new Meant("PutMetricAlarm", "evaluationInterval", UNKNOWN),
      new Meant("PutMetricAlarm", "evaluationWindow", UNKNOWN),
      new Meant("DescribeAlarmHistory", "alarmContributorId", "contributors are those of alarms on queries, which are not offered"),
      new Meant("PutMetricData", "entityMetricData", REFUSED));

  private static final String TOLD = "kept and shown as it was given; a modelled world has nothing that reads it";
  private static final String NEW_TYPES = "instance types newer than the SDK; the engine knows fewer, and refuses the others by name";

  private static final List<Meant> SAGE_MAKER = List.of(
      new Meant("CreateModel", "containers.N.member.additionalModelDataSources", TOLD),
      new Meant("CreateModel", "containers.N.member.containerHostname", TOLD),
      new Meant("CreateModel", "containers.N.member.containerMetricsConfig", TOLD),
      new Meant("CreateModel", "containers.N.member.environment", TOLD),
      new Meant("CreateModel", "containers.N.member.imageConfig", TOLD),
      new Meant("CreateModel", "containers.N.member.inferenceSpecificationName", TOLD),
      new Meant("CreateModel", "containers.N.member.mode", TOLD),
      new Meant("CreateModel", "containers.N.member.modelDataSource", TOLD),
      new Meant("CreateModel", "containers.N.member.modelPackageName", TOLD),
      new Meant("CreateModel", "containers.N.member.multiModelConfig", TOLD),
      new Meant("CreateModel", "primaryContainer.additionalModelDataSources", TOLD),
      new Meant("CreateModel", "primaryContainer.containerHostname", TOLD),
      new Meant("CreateModel", "primaryContainer.containerMetricsConfig", TOLD),
      new Meant("CreateModel", "primaryContainer.environment", TOLD),
      new Meant("CreateModel", "primaryContainer.imageConfig", TOLD),
      new Meant("CreateModel", "primaryContainer.inferenceSpecificationName", TOLD),
      new Meant("CreateModel", "primaryContainer.mode", TOLD),
      new Meant("CreateModel", "primaryContainer.modelDataSource", TOLD),
      new Meant("CreateModel", "primaryContainer.modelPackageName", TOLD),
      new Meant("CreateModel", "primaryContainer.multiModelConfig", TOLD),
      new Meant("CreateModel", "inferenceExecutionConfig", TOLD),
      new Meant("CreateModel", "vpcConfig", TOLD),
      new Meant("CreateEndpointConfig", "asyncInferenceConfig", REFUSED),
      new Meant("CreateEndpointConfig", "explainerConfig", REFUSED),
      new Meant("CreateEndpointConfig", "shadowProductionVariants", REFUSED),
      new Meant("CreateEndpointConfig", "dataCaptureConfig", TOLD),
      new Meant("CreateEndpointConfig", "kmsKeyId", TOLD),
      new Meant("CreateEndpointConfig", "vpcConfig", TOLD),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.serverlessConfig", REFUSED),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.instanceType", NEW_TYPES),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.acceleratorType", TOLD),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.capacityReservationConfig", TOLD),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.coreDumpConfig", TOLD),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.inferenceAmiVersion", TOLD),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.instancePools", UNKNOWN),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.variantInstanceProvisionTimeoutInSeconds", UNKNOWN),
      new Meant("CreateEndpointConfig", "productionVariants.N.member.managedInstanceScaling.scaleInPolicy", UNKNOWN),
      new Meant("CreateEndpoint", "deploymentConfig", REFUSED),
      new Meant("UpdateEndpoint", "deploymentConfig", REFUSED),
      new Meant("UpdateEndpointWeightsAndCapacities", "desiredWeightsAndCapacities.N.member.serverlessUpdateConfig", REFUSED),
      new Meant("UpdateEndpointWeightsAndCapacities", "desiredWeightsAndCapacities",
          "a bound of ours; a configuration has at most 10 variants"),
      new Meant("CreateInferenceComponent", "specification.baseInferenceComponentName", REFUSED),
      new Meant("CreateInferenceComponent", "specification.container.containerMetricsConfig", UNKNOWN),
      new Meant("CreateInferenceComponent", "specification.container.environment", TOLD),
      new Meant("CreateInferenceComponent", "specification.dataCacheConfig", TOLD),
      new Meant("CreateInferenceComponent", "specification.instanceType", UNKNOWN),
      new Meant("CreateInferenceComponent", "specification.schedulingConfig", UNKNOWN),
      new Meant("CreateInferenceComponent", "specifications", UNKNOWN),
      new Meant("UpdateInferenceComponent", "specification.baseInferenceComponentName", REFUSED),
      new Meant("UpdateInferenceComponent", "specification.container.containerMetricsConfig", UNKNOWN),
      new Meant("UpdateInferenceComponent", "specification.container.environment", TOLD),
      new Meant("UpdateInferenceComponent", "specification.dataCacheConfig", TOLD),
      new Meant("UpdateInferenceComponent", "specification.instanceType", UNKNOWN),
      new Meant("UpdateInferenceComponent", "specification.schedulingConfig", UNKNOWN),
      new Meant("UpdateInferenceComponent", "specifications", UNKNOWN),
      new Meant("UpdateInferenceComponent", "deploymentConfig", REFUSED));

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("RegisterScalableTarget", AutoScalingTables.REGISTER),
        Arguments.of("DeregisterScalableTarget", AutoScalingTables.DEREGISTER),
        Arguments.of("DescribeScalableTargets", AutoScalingTables.DESCRIBE_TARGETS),
        Arguments.of("PutScalingPolicy", AutoScalingTables.PUT_POLICY),
        Arguments.of("DeleteScalingPolicy", AutoScalingTables.DELETE_POLICY),
        Arguments.of("DescribeScalingPolicies", AutoScalingTables.DESCRIBE_POLICIES),
        Arguments.of("DescribeScalingActivities", AutoScalingTables.DESCRIBE_ACTIVITIES),
        Arguments.of("PutScheduledAction", AutoScalingTables.PUT_ACTION),
        Arguments.of("DeleteScheduledAction", AutoScalingTables.DELETE_ACTION),
        Arguments.of("DescribeScheduledActions", AutoScalingTables.DESCRIBE_ACTIONS),
        Arguments.of("TagResource", AutoScalingTables.TAG),
        Arguments.of("UntagResource", AutoScalingTables.UNTAG),
        Arguments.of("ListTagsForResource", AutoScalingTables.LIST_TAGS),
        Arguments.of("GetPredictiveScalingForecast", AutoScalingTables.FORECAST));
  }

  static Stream<Arguments> cloudWatch() {
    return Stream.of(
        Arguments.of("PutMetricAlarm", PutAlarmRules.TABLE),
        Arguments.of("PutCompositeAlarm", CompositePuts.TABLE),
        Arguments.of("DescribeAlarms", AlarmViews.DESCRIBE),
        Arguments.of("DescribeAlarmsForMetric", AlarmViews.FOR_METRIC),
        Arguments.of("DeleteAlarms", AlarmPuts.DELETE),
        Arguments.of("SetAlarmState", AlarmPuts.SET_STATE),
        Arguments.of("EnableAlarmActions", AlarmPuts.ENABLE),
        Arguments.of("DisableAlarmActions", AlarmPuts.DISABLE),
        Arguments.of("DescribeAlarmHistory", AlarmHistoryViews.TABLE),
        Arguments.of("PutMetricData", MetricPuts.TABLE),
        Arguments.of("GetMetricStatistics", MetricStatisticsView.TABLE),
        Arguments.of("GetMetricData", MetricDataView.TABLE),
        Arguments.of("ListMetrics", MetricLists.TABLE),
        Arguments.of("TagResource", AlarmTags.TAG),
        Arguments.of("UntagResource", AlarmTags.UNTAG),
        Arguments.of("ListTagsForResource", AlarmTags.LIST));
  }

  static Stream<Arguments> sageMaker() {
    return Stream.of(
        Arguments.of("CreateModel", SageMakerConstraints.CREATE_MODEL),
        Arguments.of("CreateEndpointConfig", SageMakerConstraints.CREATE_CONFIG),
        Arguments.of("CreateEndpoint", SageMakerConstraints.CREATE_ENDPOINT),
        Arguments.of("UpdateEndpoint", SageMakerConstraints.UPDATE_ENDPOINT),
        Arguments.of("UpdateEndpointWeightsAndCapacities", SageMakerConstraints.UPDATE_WEIGHTS),
        Arguments.of("CreateInferenceComponent", SageMakerConstraints.CREATE_COMPONENT),
        Arguments.of("UpdateInferenceComponent", SageMakerConstraints.UPDATE_COMPONENT),
        Arguments.of("UpdateInferenceComponentRuntimeConfig", SageMakerConstraints.UPDATE_RUNTIME),
        Arguments.of("AddTags", SageMakerConstraints.ADD_TAGS),
        Arguments.of("ListTags", SageMakerConstraints.LIST_TAGS),
        Arguments.of("DeleteTags", SageMakerConstraints.DELETE_TAGS),
        Arguments.of("ListEndpointConfigs", SageMakerConstraints.LISTING),
        Arguments.of("ListEndpoints", SageMakerConstraints.ENDPOINT_LISTING),
        Arguments.of("ListInferenceComponents",
            Stream.concat(SageMakerConstraints.COMPONENT_LISTING.stream(), SageMakerConstraints.COMPONENTS_OF.stream()).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void statesWhatApplicationAutoScalingPublishes(String operation, List<Constraint<Object>> table) throws IOException {
    compare(PublishedShapes.of("application-autoscaling"), APPLICATION_AUTO_SCALING, operation, table);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cloudWatch")
  void statesWhatCloudWatchPublishes(String operation, List<Constraint<Object>> table) throws IOException {
    compare(PublishedShapes.of("cloudwatch"), CLOUD_WATCH, operation, table);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sageMaker")
  void statesWhatSageMakerPublishes(String operation, List<Constraint<Object>> table) throws IOException {
    compare(PublishedShapes.of("sagemaker"), SAGE_MAKER, operation, table);
  }

  /** No difference but those that are meant, and none meant for this operation that is not there. */
  private static void compare(
      PublishedShapes shapes, List<Meant> meant, String operation, List<Constraint<Object>> table) {
    Map<String, String> published = shapes.published(operation);
    Map<String, String> stated = PublishedShapes.stated(table);
    TreeSet<String> places = new TreeSet<>(published.keySet());
    places.addAll(stated.keySet());
    places.removeIf(place -> published.getOrDefault(place, "").equals(stated.getOrDefault(place, "")));
    List<String> unmeant = new ArrayList<>();
    for (String place : places) {
      if (meant.stream().noneMatch(each -> each.isOf(operation, place))) {
        unmeant.add(place + "\n  AWS:  " + published.get(place) + "\n  ours: " + stated.get(place));
      }
    }
    assertEquals("", String.join("\n", unmeant));
    assertEquals(List.of(), meant.stream()
        .filter(each -> each.operation().equals(operation) && places.stream().noneMatch(place -> each.isOf(operation, place)))
        .map(Meant::place).toList());
  }
}
