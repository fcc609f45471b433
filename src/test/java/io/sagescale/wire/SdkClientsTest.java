package io.sagescale.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;

/** What the SDK's clients send arrives as it was built; what is answered arrives at them as it was built. */
class SdkClientsTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @Test
  void registersATarget() {
    var request =
        RegisterScalableTargetRequest.builder()
            .serviceNamespace(ServiceNamespace.SAGEMAKER)
            .resourceId("endpoint/llama & co/variant/\u00e4\ud83d\ude80")
            .scalableDimension("sagemaker:variant:DesiredInstanceCount")
            .minCapacity(0)
            .maxCapacity(Integer.MAX_VALUE)
            .suspendedState(state -> state.dynamicScalingInSuspended(true).scheduledScalingSuspended(false))
            .tags(Map.of("team", "\"ml\"\n"))
            .build();
    var response = RegisterScalableTargetResponse.builder().scalableTargetARN("arn:aws:x").build();
    holds(ApplicationAutoScalingClient.builder(), request, response, client -> client.registerScalableTarget(request));
  }

  @Test
  void putsAStepPolicy() {
    var request =
        PutScalingPolicyRequest.builder()
            .policyName("p")
            .serviceNamespace("sagemaker")
            .resourceId("endpoint/e/variant/v")
            .scalableDimension("sagemaker:variant:DesiredInstanceCount")
            .policyType(PolicyType.STEP_SCALING)
            .stepScalingPolicyConfiguration(
                c ->
                    c.adjustmentType("ChangeInCapacity")
                        .cooldown(60)
                        .stepAdjustments(
                            StepAdjustment.builder().metricIntervalLowerBound(0.1).scalingAdjustment(1).build(),
                            StepAdjustment.builder().metricIntervalUpperBound(-1e-7).scalingAdjustment(-1).build()))
            .build();
    var response = PutScalingPolicyResponse.builder().policyARN("arn").alarms(List.of()).build();
    holds(ApplicationAutoScalingClient.builder(), request, response, client -> client.putScalingPolicy(request));
  }

  @Test
  void putsATrackingPolicyOnAMetricThatTheSdkDoesNotKnow() {
    var request =
        PutScalingPolicyRequest.builder()
            .policyName("p")
            .policyType("TargetTrackingScaling")
            .targetTrackingScalingPolicyConfiguration(
                c ->
                    c.targetValue(5.0)
                        .predefinedMetricSpecification(
                            m -> m.predefinedMetricType("SageMakerVariantConcurrentRequestsPerModelHighResolution")))
            .build();
    var response = PutScalingPolicyResponse.builder().policyARN("arn").build();
    assertEquals(
        MetricType.SAGE_MAKER_VARIANT_CONCURRENT_REQUESTS_PER_MODEL_HIGH_RESOLUTION,
        request.targetTrackingScalingPolicyConfiguration().predefinedMetricSpecification().predefinedMetricType());
    holds(ApplicationAutoScalingClient.builder(), request, response, client -> client.putScalingPolicy(request));
  }

  @Test
  void describesTargetsWithTimes() {
    var request = DescribeScalableTargetsRequest.builder().serviceNamespace("sagemaker").maxResults(50).build();
    var target =
        ScalableTarget.builder()
            .resourceId("endpoint/e/variant/v")
            .minCapacity(1)
            .creationTime(NOON.plusMillis(123))
            .suspendedState(state -> state.dynamicScalingOutSuspended(false))
            .build();
    var response = DescribeScalableTargetsResponse.builder().scalableTargets(target).nextToken("t").build();
    holds(ApplicationAutoScalingClient.builder(), request, response, client -> client.describeScalableTargets(request));
  }

  @Test
  void putsAnAlarm() {
    var request =
        PutMetricAlarmRequest.builder()
            .alarmName("a+b %&=;\u00e4 \ud83d\ude80")
            .alarmActions(List.of())
            .okActions("arn:1", "arn:2")
            .dimensions(dimension("EndpointName", "e"), dimension("VariantName", "v"))
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .threshold(1e-3)
            .period(10)
            .actionsEnabled(false)
            .build();
    var response = PutMetricAlarmResponse.builder().build();
    holds(CloudWatchClient.builder(), request, response, client -> client.putMetricAlarm(request));
  }

  @Test
  void unpacksTheMetricDataThatTheSdkPacks() {
    var data = new ArrayList<MetricDatum>();
    for (int i = 0; i < 200; i++) {
      data.add(
          MetricDatum.builder()
              .metricName("ConcurrentRequestsPerModel")
              .dimensions(dimension("EndpointName", "endpoint-" + i))
              .timestamp(NOON.plusMillis(i))
              .unit(StandardUnit.COUNT)
              .storageResolution(1)
              .values(1.0 * i, 0.1)
              .counts(2.0, 1e17)
              .build());
    }
    var request = PutMetricDataRequest.builder().namespace("n").metricData(data).build();
    Door door =
        holds(
            CloudWatchClient.builder(),
            request,
            PutMetricDataResponse.builder().build(),
            client -> client.putMetricData(request));
    assertEquals("gzip", door.last().header("content-encoding"));
  }

  @Test
  void answersMetricData() {
    var request =
        GetMetricDataRequest.builder()
            .startTime(NOON)
            .endTime(NOON.plusSeconds(60))
            .metricDataQueries(q -> q.id("m1").metricStat(s -> s.period(10).stat("p99").metric(m -> m.namespace("n"))))
            .build();
    var result =
        MetricDataResult.builder()
            .id("m1")
            .label("<a> & \"b\"")
            .timestamps(NOON, NOON.plusMillis(10_001))
            .values(0.1, 12345678901234.5)
            .build();
    var response = GetMetricDataResponse.builder().metricDataResults(result).messages(List.of()).build();
    holds(CloudWatchClient.builder(), request, response, client -> client.getMetricData(request));
  }

  @Test
  void describesAlarms() {
    var request = DescribeAlarmsRequest.builder().alarmNames("a", "b").alarmTypesWithStrings("MetricAlarm").build();
    var alarm =
        MetricAlarm.builder()
            .alarmName("a\r\nb\t]]>")
            .stateUpdatedTimestamp(NOON.plusMillis(5))
            .threshold(70.0)
            .actionsEnabled(true)
            .insufficientDataActions(List.of())
            .dimensions(dimension("k", " v "))
            .build();
    var response = DescribeAlarmsResponse.builder().metricAlarms(alarm).compositeAlarms(List.of()).build();
    holds(CloudWatchClient.builder(), request, response, client -> client.describeAlarms(request));
  }

  @Test
  void describesAnEndpoint() {
    var request = DescribeEndpointRequest.builder().endpointName("e").build();
    var response =
        DescribeEndpointResponse.builder()
            .endpointName("e")
            .endpointStatus(EndpointStatus.IN_SERVICE)
            .creationTime(NOON)
            .productionVariants(v -> v.variantName("v").desiredWeight(0.1f).currentInstanceCount(3))
            .build();
    holds(SageMakerClient.builder(), request, response, client -> client.describeEndpoint(request));
  }

  @Test
  void createsAModelWithAMap() {
    var request =
        CreateModelRequest.builder()
            .modelName("m")
            .primaryContainer(c -> c.image("i").environment(Map.of("A", "1", "B", "")))
            .build();
    var response = CreateModelResponse.builder().modelArn("arn").build();
    holds(SageMakerClient.builder(), request, response, client -> client.createModel(request));
  }

  @Test
  void refusesWithTypedExceptions() {
    var scaling = client(ApplicationAutoScalingClient.builder(), refusing("ObjectNotFoundException", 400, Map.of()));
    var notFound = assertThrows(ObjectNotFoundException.class, () -> scaling.describeScalableTargets(r -> {}));
    assertEquals("No <target>", notFound.awsErrorDetails().errorMessage());
    assertEquals(400, notFound.statusCode());

    var validating = client(ApplicationAutoScalingClient.builder(), refusing("ValidationException", 400, Map.of()));
    assertThrows(ValidationException.class, () -> validating.describeScalableTargets(r -> {}));

    var tagging =
        client(
            ApplicationAutoScalingClient.builder(),
            refusing("ResourceNotFoundException", 400, Map.of("ResourceName", "arn:r")));
    var noResource = assertThrows(ResourceNotFoundException.class, () -> tagging.listTagsForResource(r -> {}));
    assertEquals("arn:r", noResource.resourceName());

    var models = client(SageMakerClient.builder(), refusing("ResourceInUse", 400, Map.of()));
    assertThrows(ResourceInUseException.class, () -> models.createModel(r -> {}));
  }

  @Test
  void refusesInCloudWatchWithTheCodesOfQuery() {
    var limited = client(CloudWatchClient.builder(), refusing("LimitExceededFault", 400, Map.of()));
    var limit = assertThrows(CloudWatchException.class, () -> limited.putMetricAlarm(r -> {}));
    assertEquals("LimitExceeded", limit.awsErrorDetails().errorCode());
    assertInstanceOf(LimitExceededException.class, limit);

    var missing = client(CloudWatchClient.builder(), refusing("ResourceNotFound", 404, Map.of()));
    var error = assertThrows(CloudWatchException.class, () -> missing.setAlarmState(r -> {}));
    assertEquals("ResourceNotFound", error.awsErrorDetails().errorCode());
    assertEquals("No <target>", error.awsErrorDetails().errorMessage());
    assertEquals(404, error.statusCode());
    assertTrue(error.requestId().matches("[0-9a-f-]{36}"), error.requestId());
  }

  @Test
  void refusesUnknownOperations() {
    var scaling = client(ApplicationAutoScalingClient.builder(), new Door(Codec::refuseUnknown));
    var unknown = assertThrows(Exception.class, () -> scaling.describeScalableTargets(r -> {}));
    assertTrue(unknown.getMessage().contains("UnknownOperation") || unknown.toString().contains("400"), unknown.toString());

    var alarms = client(CloudWatchClient.builder(), new Door(Codec::refuseUnknown));
    var action = assertThrows(CloudWatchException.class, () -> alarms.listDashboards());
    assertEquals("InvalidAction", action.awsErrorDetails().errorCode());
    assertEquals(
        "Could not find operation ListDashboards for version 2010-08-01", action.awsErrorDetails().errorMessage());
  }

  private static Door refusing(String code, int status, Map<String, Object> members) {
    return new Door(call -> Codec.refuse(call, code, "No <target>", status, members));
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }

  private static <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, Q, R> Door holds(
      B builder, Q request, R response, Function<C, R> calling) {
    var arrived = new ArrayList<Object>();
    Door door =
        new Door(
            call -> {
              arrived.add(Codec.decode(call, request.getClass()));
              return Codec.encode(call, response);
            });
    C client = client(builder, door);
    R answered = calling.apply(client);
    assertEquals(List.of(request), arrived);
    assertTrue(((SdkPojo) response).equalsBySdkFields(answered), () -> response + " became " + answered);
    return door;
  }

  private static <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(B builder, Door door) {
    return builder
        .region(Region.EU_WEST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .endpointOverride(URI.create("http://127.0.0.1:1"))
        .httpClient(door)
        .build();
  }
}
