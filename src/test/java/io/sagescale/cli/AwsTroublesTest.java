package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import io.sagescale.cli.Session.Answer;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsResponse;

/** Every command that asks AWS, against every trouble that AWS and the way to it have. */
class AwsTroublesTest {
  private static final List<String> COMMANDS = List.of(
      "target list",
      "target show a/b",
      "target register a/b --min 1 --max 4",
      "target deregister a/b --yes",
      "target suspend a/b",
      "target resume a/b",
      "policy list",
      "policy show a/b p",
      "policy track a/b --metric ConcurrentRequestsPerModel --target 5",
      "policy step a/b --metric ConcurrentRequestsPerModel --at-least 20 --step 20:=+1",
      "policy delete a/b p --with-alarm --yes",
      "schedule list",
      "schedule put a/b office --min 2 --max 8 --at rate(1hour)",
      "schedule next a/b",
      "schedule delete a/b office --yes",
      "alarm list",
      "alarm show busy",
      "alarm show busy --until ALARM",
      "alarm put busy a/b --metric ConcurrentRequestsPerModel --above 20",
      "alarm set-state busy ALARM",
      "alarm history",
      "alarm delete busy --yes",
      "activity list",
      "activity watch a/b --for 1m",
      "metric list",
      "metric get a/b ConcurrentRequestsPerModel",
      "metric put a/b ConcurrentRequestsPerModel 12 --engine http://127.0.0.1:4599",
      "endpoint list",
      "endpoint show chat",
      "endpoint show chat --wait",
      "endpoint create chat --config c",
      "endpoint update chat --config c",
      "endpoint scale a/b --copies 3",
      "endpoint delete chat --yes --with-config",
      "endpoint component list",
      "endpoint component show phi",
      "endpoint component create phi --on a/b --image i --memory 1024",
      "endpoint component update phi --copies 2",
      "endpoint component delete phi --yes");

  /** A trouble and what a person reads of it: two lines. */
  private record Trouble(RuntimeException thrown, int exit, String said, String nextStep) {}

  private static final List<Trouble> TROUBLES = List.of(
      refused("ThrottlingException", "Rate exceeded", "AWS wants fewer calls a second: wait a little and run it again"),
      refused("AccessDeniedException", "User: x is not authorized to do it",
          "Ask for the permission that the message names, or choose another --profile"),
      refused("AccessDenied", "User: x is not authorized to do it",
          "Ask for the permission that the message names, or choose another --profile"),
      refused("ExpiredTokenException", "The security token included in the request is expired",
          "Sign in again (aws sso login), or choose another --profile"),
      new Trouble(SdkClientException.create("Unable to load credentials from any of the providers in the chain X : [a, b]"),
          Exit.CONFIGURATION, "no credentials: Unable to load credentials",
          "Run 'aws configure' or 'aws sso login', or set AWS_PROFILE; --engine local needs none."),
      new Trouble(SdkClientException.create("Unable to load region from any of the providers in the chain X : [a, b]"),
          Exit.CONFIGURATION, "no region is set",
          "Say --region, set AWS_REGION, or put one into the profile; --engine local needs none."),
      new Trouble(SdkClientException.create("Unable to execute HTTP request", new ConnectException("Connection refused")),
          Exit.CONFIGURATION, "the engine cannot be reached: Connect: Connection refused",
          "Check the address and the network; 'sagescale engine start' starts a local one."));

  private static Trouble refused(String code, String message, String nextStep) {
    return new Trouble(AwsServiceException.builder().statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build()).build(),
        Exit.REFUSED, code + ": " + message, nextStep);
  }

  private static Stream<Arguments> everyCommandInEveryTrouble() {
    return COMMANDS.stream().flatMap(command -> TROUBLES.stream().map(trouble -> Arguments.of(command, trouble)));
  }

  private static Answer run(FakeClients clients, String line) {
    return Session.anywhere().at(Instant.parse("2026-01-02T03:04:05Z")).talking(clients).line(line);
  }

  @ParameterizedTest
  @MethodSource("everyCommandInEveryTrouble")
  void aTroubleIsTwoLinesAndNothingElse(String command, Trouble trouble) {
    FakeClients clients = FakeClients.answering(call -> {
      throw trouble.thrown();
    });
    Answer answer = run(clients, command);
    assertEquals("sagescale: " + trouble.said() + ".\n" + trouble.nextStep().replaceFirst("\\.$", ""),
        answer.err().strip().replaceFirst("\\.$", ""));
    assertEquals(trouble.exit(), answer.exit());
    assertEquals("", answer.out());
  }

  @ParameterizedTest
  @CsvSource({"target list", "policy list", "schedule list", "alarm list", "activity list", "metric list", "endpoint list",
      "endpoint component list"})
  void aListShowsAllItsPages(String command) {
    FakeClients clients = FakeClients.answering(call -> page(call.getArgument(0)));
    Answer answer = run(clients, command + " -o json");
    assertEquals(Exit.DONE, answer.exit(), answer.err());
    for (String page : List.of("page-1", "page-2", "page-3")) {
      assertTrue(answer.out().contains(page), answer.out());
    }
    assertFalse(answer.out().contains("NextToken"), answer.out());
  }

  /** The page that the token of a request stands for: none for the first, {@code page-3} for the last. */
  private static Object page(Object request) {
    return switch (request) {
      case DescribeScalableTargetsRequest asked -> DescribeScalableTargetsResponse.builder().nextToken(after(asked.nextToken()))
          .scalableTargets(one -> one.resourceId("endpoint/e/variant/" + at(asked.nextToken()))).build();
      case DescribeScalingPoliciesRequest asked -> DescribeScalingPoliciesResponse.builder().nextToken(after(asked.nextToken()))
          .scalingPolicies(one -> one.resourceId("endpoint/e/variant/v").policyName(at(asked.nextToken()))
              .policyType("StepScaling").stepScalingPolicyConfiguration(step -> step.adjustmentType("ChangeInCapacity"))).build();
      case DescribeScheduledActionsRequest asked -> DescribeScheduledActionsResponse.builder().nextToken(after(asked.nextToken()))
          .scheduledActions(one -> one.resourceId("endpoint/e/variant/v").scheduledActionName(at(asked.nextToken()))
              .schedule("rate(1 hour)").creationTime(Instant.EPOCH).scalableTargetAction(to -> to.minCapacity(1))).build();
      case DescribeScalingActivitiesRequest asked -> DescribeScalingActivitiesResponse.builder().nextToken(after(asked.nextToken()))
          .scalingActivities(one -> one.resourceId("endpoint/e/variant/v").activityId(at(asked.nextToken()))
              .startTime(Instant.EPOCH)).build();
      case DescribeAlarmsRequest asked -> DescribeAlarmsResponse.builder().nextToken(after(asked.nextToken()))
          .metricAlarms(one -> one.alarmName(at(asked.nextToken()))).build();
      case ListMetricsRequest asked -> ListMetricsResponse.builder().nextToken(after(asked.nextToken()))
          .metrics(one -> one.namespace("n").metricName(at(asked.nextToken()))).build();
      case ListEndpointsRequest asked -> ListEndpointsResponse.builder().nextToken(after(asked.nextToken()))
          .endpoints(one -> one.endpointName(at(asked.nextToken()))).build();
      case ListInferenceComponentsRequest asked -> ListInferenceComponentsResponse.builder().nextToken(after(asked.nextToken()))
          .inferenceComponents(one -> one.inferenceComponentName(at(asked.nextToken()))).build();
      default -> throw new AssertionError("unexpected: " + request);
    };
  }

  private static String at(String token) {
    return token == null ? "page-1" : token;
  }

  private static String after(String token) {
    return switch (at(token)) {
      case "page-1" -> "page-2";
      case "page-2" -> "page-3";
      default -> null;
    };
  }

  @Test
  void aPolicyWhoseAlarmStaysIsSaidToBeDeleted() {
    FakeClients clients = FakeClients.empty();
    doThrow(CloudWatchException.builder().awsErrorDetails(
        AwsErrorDetails.builder().errorCode("AccessDenied").errorMessage("not authorized").build()).build())
        .when(clients.cloudWatch()).deleteAlarms(any(DeleteAlarmsRequest.class));
    assertEquals(new Answer(Exit.FAILED, "", """
        sagescale: done: policy p deleted; not done: alarm StepScaling-endpoint/a/variant/b-p deleted, for AccessDenied: \
        not authorized.
        Finish with: sagescale alarm delete StepScaling-endpoint/a/variant/b-p
        """), run(clients, "policy delete a/b p --with-alarm --yes"));
  }
}
