package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.sagescale.cli.Session.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

class TargetCommandsTest {
  private static final DescribeScalableTargetsRequest FIRST_PAGE =
      DescribeScalableTargetsRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER).build();

  private final FakeClients clients = FakeClients.empty();

  private static ScalableTarget target(String resource, int min, int max) {
    return ScalableTarget.builder().resourceId(resource).minCapacity(min).maxCapacity(max)
        .creationTime(Instant.parse("2026-01-02T03:04:05Z"))
        .suspendedState(state -> state.dynamicScalingInSuspended(true).dynamicScalingOutSuspended(false))
        .build();
  }

  private Answer run(String line) {
    return Session.anywhere().talking(clients).line(line);
  }

  @Test
  void listsAllPages() {
    doReturn(DescribeScalableTargetsResponse.builder().nextToken("more")
        .scalableTargets(target("endpoint/llama/variant/AllTraffic", 1, 4)).build())
        .when(clients.scaling()).describeScalableTargets(FIRST_PAGE);
    doReturn(DescribeScalableTargetsResponse.builder()
        .scalableTargets(target("inference-component/phi", 0, 12)).build())
        .when(clients.scaling()).describeScalableTargets(FIRST_PAGE.toBuilder().nextToken("more").build());
    assertEquals(new Answer(Exit.DONE, """
        TARGET            MIN  MAX  SUSPENDED  REGISTERED
        llama/AllTraffic    1    4  in         2026-01-02 03:04:05
        component:phi       0   12  in         2026-01-02 03:04:05
        """, ""), run("target list"));
    assertEquals("llama/AllTraffic\ncomponent:phi\n", run("target list -o name").out());
    assertEquals("""
        TARGET,MIN,MAX,SUSPENDED,REGISTERED,ARN
        llama/AllTraffic,1,4,in,2026-01-02 03:04:05,-
        component:phi,0,12,in,2026-01-02 03:04:05,-
        """, run("target list -o csv").out());
    assertTrue(run("target list -o json").out().startsWith("{\n    \"ScalableTargets\": [\n"), run("target list -o json").out());
  }

  @Test
  void aTokenThatComesAgainEndsTheList() {
    doReturn(DescribeScalableTargetsResponse.builder().nextToken("again")
        .scalableTargets(target("inference-component/phi", 0, 12)).build())
        .when(clients.scaling()).describeScalableTargets(any(DescribeScalableTargetsRequest.class));
    assertEquals("component:phi\ncomponent:phi\n", run("target list -o name").out());
  }

  @Test
  void saysWhenThereIsNothing() {
    assertEquals(new Answer(Exit.DONE, "no scalable targets\n", ""), run("target list"));
    assertEquals(new Answer(Exit.DONE, "", ""), run("target list -o name"));
    assertEquals(new Answer(Exit.REFUSED, "", "sagescale: llama/AllTraffic is not registered.\n"
        + "sagescale target register llama/AllTraffic --min N --max N\n"), run("target show llama/AllTraffic"));
  }

  @Test
  void registersWithOneCall() {
    doReturn(RegisterScalableTargetResponse.builder().scalableTargetARN("arn:x").build())
        .when(clients.scaling()).registerScalableTarget(any(RegisterScalableTargetRequest.class));
    assertEquals(new Answer(Exit.DONE, "llama/AllTraffic is registered, capacity 1 to 4\n", ""),
        run("target register llama/AllTraffic --min 1 --max 4"));
    verify(clients.scaling()).registerScalableTarget(RegisterScalableTargetRequest.builder()
        .serviceNamespace("sagemaker").resourceId("endpoint/llama/variant/AllTraffic")
        .scalableDimension("sagemaker:variant:DesiredInstanceCount").minCapacity(1).maxCapacity(4).build());
    assertEquals("{\n    \"ScalableTargetARN\": \"arn:x\"\n}\n", run("target register component:phi --max 4 -o json").out());
  }

  @Test
  void suspendsWhatIsNamedAndNothingElse() {
    assertEquals("llama/AllTraffic does not scale in or on schedule\n", run("target suspend llama/AllTraffic in scheduled").out());
    verify(clients.scaling()).registerScalableTarget(RegisterScalableTargetRequest.builder()
        .serviceNamespace("sagemaker").resourceId("endpoint/llama/variant/AllTraffic")
        .scalableDimension("sagemaker:variant:DesiredInstanceCount")
        .suspendedState(state -> state.dynamicScalingInSuspended(true).scheduledScalingSuspended(true)).build());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "target register llama/AllTraffic --min 1 --max 4 --dry-run",
    "target suspend llama/AllTraffic --dry-run",
    "target deregister llama/AllTraffic --dry-run",
    "target deregister llama/AllTraffic",
  })
  void callsNothingUnlessItIsMeant(String line) {
    run(line);
    verifyNoInteractions(clients.scaling());
  }

  @Test
  void showsTheCallInsteadOfMakingIt() {
    assertEquals("aws application-autoscaling deregister-scalable-target --cli-input-json '{\"ServiceNamespace\":\"sagemaker\","
        + "\"ResourceId\":\"inference-component/phi\",\"ScalableDimension\":\"sagemaker:inference-component:DesiredCopyCount\"}'\n",
        run("target deregister component:phi --dry-run -o aws").out());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "ThrottlingException       | Rate exceeded                | AWS wants fewer calls a second: wait a little and run it again",
    "AccessDeniedException     | User: x is not authorized to | Ask for the permission that the message names, or choose another --profile",
    "ExpiredTokenException     | The token is expired         | Sign in again (aws sso login), or choose another --profile",
    "ValidationException       | Maximum capacity is wrong    | Change what the message names; --dry-run shows the whole call",
    "ConcurrentUpdateException | Busy                         | Another change of this target is under way: run it again",
    "InternalServiceException  | Oops                         | Run it again later",
  })
  void refusalsCarryCodeTextAndNextStep(String code, String message, String nextStep) {
    doThrow(ApplicationAutoScalingException.builder().statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message + ".").build()).build())
        .when(clients.scaling()).describeScalableTargets(any(DescribeScalableTargetsRequest.class));
    assertEquals(new Answer(Exit.REFUSED, "", "sagescale: " + code + ": " + message + ".\n" + nextStep + "\n"),
        run("target list"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Unable to load region from any of the providers in the chain",
    "Unable to load credentials from any of the providers in the chain",
    "Unable to execute HTTP request: connection refused",
  })
  void whatIsMissingBeforeAskingIsConfiguration(String message) {
    doThrow(SdkClientException.create(message))
        .when(clients.scaling()).describeScalableTargets(any(DescribeScalableTargetsRequest.class));
    assertEquals(Exit.CONFIGURATION, run("target list").exit());
  }

  @Test
  void aFailureOnTheSecondPageShowsNoHalfList() {
    doReturn(DescribeScalableTargetsResponse.builder().nextToken("more")
        .scalableTargets(target("inference-component/phi", 0, 12)).build())
        .when(clients.scaling()).describeScalableTargets(FIRST_PAGE);
    doThrow(ApplicationAutoScalingException.builder().statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").errorMessage("Rate exceeded").build()).build())
        .when(clients.scaling()).describeScalableTargets(FIRST_PAGE.toBuilder().nextToken("more").build());
    Answer answer = run("target list");
    assertEquals(Exit.REFUSED, answer.exit());
    assertEquals("", answer.out());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "target show llama            | write llama/AllTraffic, or component:llama",
    "target show lla_ma/AllTraffic | is not a name of SageMaker",
    "target show a/b/c            | is not ENDPOINT/VARIANT or component:NAME",
    "target suspend a/b outside   | is not one of in, out, scheduled",
    "target lst                   | Did you mean list?",
    "target list --engine nowhere | no engine is called 'nowhere'",
    "target show a/b -o aws       | aws commands are what --dry-run writes",
    "target show a/b -o csv       | csv is for lists",
    "target                       | register",
  })
  void wrongWordsAreNamed(String line, String part) {
    doReturn(DescribeScalableTargetsResponse.builder().scalableTargets(target("endpoint/a/variant/b", 1, 4)).build())
        .when(clients.scaling()).describeScalableTargets(any(DescribeScalableTargetsRequest.class));
    Answer answer = line.contains("nowhere") ? Session.anywhere().line(line) : run(line);
    assertEquals(Exit.USAGE, answer.exit());
    assertEquals("", answer.out());
    assertTrue(answer.err().contains(part), answer.err());
  }
}
