package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.sagescale.cli.Session.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentStatus;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/** Commands of several calls, and those that wait, against AWS's clients. */
class EndpointCommandsTest {
  private static final AwsErrorDetails DENIED =
      AwsErrorDetails.builder().errorCode("AccessDenied").errorMessage("not authorized to do that").build();

  private final FakeClients clients = FakeClients.empty();

  private Answer run(String line) {
    return Session.anywhere().at(Instant.parse("2026-01-02T03:04:05Z")).talking(clients).line(line);
  }

  private static DescribeEndpointResponse status(EndpointStatus status) {
    return DescribeEndpointResponse.builder().endpointName("chat").endpointStatus(status).build();
  }

  @Test
  void anImageBecomesModelConfigAndEndpoint() {
    assertEquals(new Answer(Exit.DONE, "endpoint chat is being created\n", ""),
        run("endpoint create chat --instance-type ml.g5.2xlarge --copies 2 --image IMAGE --role arn:x"));
    verify(clients.sageMaker()).createModel(CreateModelRequest.builder().modelName("chat").executionRoleArn("arn:x")
        .primaryContainer(container -> container.image("IMAGE")).build());
    verify(clients.sageMaker()).createEndpointConfig(CreateEndpointConfigRequest.builder().endpointConfigName("chat")
        .productionVariants(variant -> variant.variantName("AllTraffic").modelName("chat").instanceType("ml.g5.2xlarge")
            .initialInstanceCount(2).initialVariantWeight(1f)).build());
    verify(clients.sageMaker()).createEndpoint(
        CreateEndpointRequest.builder().endpointName("chat").endpointConfigName("chat").build());
  }

  @Test
  void saysWhatWasMadeWhenALaterCallIsRefused() {
    doThrow(SageMakerException.builder().awsErrorDetails(DENIED).build())
        .when(clients.sageMaker()).createEndpointConfig(any(CreateEndpointConfigRequest.class));
    Answer answer = run("endpoint create chat --instance-type ml.g5.2xlarge --image IMAGE --role arn:x");
    assertEquals(Exit.FAILED, answer.exit());
    assertEquals("sagescale: done: model chat; not done: config chat, for AccessDenied: not authorized to do that.",
        answer.err().lines().findFirst().orElse(""));
    verify(clients.sageMaker(), never()).createEndpoint(any(CreateEndpointRequest.class));
  }

  @Test
  void aPolicyWithoutItsAlarmIsSaidToBeHalfDone() {
    doReturn(PutScalingPolicyResponse.builder().policyARN("arn:p").build())
        .when(clients.scaling()).putScalingPolicy(any(PutScalingPolicyRequest.class));
    doThrow(CloudWatchException.builder().awsErrorDetails(DENIED).build())
        .when(clients.cloudWatch()).putMetricAlarm(any(PutMetricAlarmRequest.class));
    assertEquals(new Answer(Exit.FAILED, "", """
        sagescale: done: policy burst; not done: alarm StepScaling-endpoint/a/variant/b-burst, for AccessDenied: \
        not authorized to do that.
        The policy does nothing without its alarm: mend that and run it again, or take it back with: \
        sagescale policy delete a/b burst
        """), run("policy step a/b --name burst --metric ConcurrentRequestsPerModel --at-least 20 --step 20:=+1"));
  }

  @Test
  void waitsUntilTheEndpointIsInService() {
    doReturn(status(EndpointStatus.CREATING), status(EndpointStatus.CREATING), status(EndpointStatus.IN_SERVICE))
        .when(clients.sageMaker()).describeEndpoint(any(DescribeEndpointRequest.class));
    assertEquals(Exit.DONE, run("endpoint create chat --config c --wait").exit());
  }

  private static SageMakerException absent() {
    return (SageMakerException) SageMakerException.builder().awsErrorDetails(AwsErrorDetails.builder()
        .errorCode("ValidationException").errorMessage("Could not find endpoint \"chat\".").build()).build();
  }

  @Test
  void anEndpointThatAwsDoesNotShowYetIsWaitedFor() {
    doThrow(absent()).doReturn(status(EndpointStatus.CREATING)).doReturn(status(EndpointStatus.IN_SERVICE))
        .when(clients.sageMaker()).describeEndpoint(any(DescribeEndpointRequest.class));
    assertEquals(Exit.DONE, run("endpoint create chat --config c --wait").exit());
  }

  @Test
  void anEndpointThatAwsNeverShowsIsGivenUpAfterAMinute() {
    doThrow(absent()).when(clients.sageMaker()).describeEndpoint(any(DescribeEndpointRequest.class));
    assertEquals(new Answer(Exit.REFUSED, "endpoint chat is being created\n", """
        sagescale: ValidationException: Could not find endpoint "chat".
        Check the name, and that it is in this region and on this engine (aws)
        """), run("endpoint create chat --config c --wait"));
    verify(clients.sageMaker(), times(5)).describeEndpoint(any(DescribeEndpointRequest.class));
  }

  @Test
  void aComponentThatAwsDoesNotShowYetIsWaitedFor() {
    doThrow(absent()).doReturn(DescribeInferenceComponentResponse.builder()
            .inferenceComponentStatus(InferenceComponentStatus.IN_SERVICE).build())
        .when(clients.sageMaker()).describeInferenceComponent(any(DescribeInferenceComponentRequest.class));
    assertEquals(Exit.DONE, run("endpoint component create phi --on a/b --model m --memory 1024 --wait").exit());
  }

  @Test
  void whatIsOnlyShownMustBeThere() {
    doThrow(absent()).when(clients.sageMaker()).describeEndpoint(any(DescribeEndpointRequest.class));
    assertEquals(Exit.REFUSED, run("endpoint show chat --wait").exit());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "CREATING | 124 | sagescale: after 60 s chat is still changing.",
    "FAILED   | 1   | sagescale: chat is Failed.",
  })
  void aWaitThatComesToNothingSaysSo(EndpointStatus status, int exit, String said) {
    doReturn(status(status)).when(clients.sageMaker()).describeEndpoint(any(DescribeEndpointRequest.class));
    Answer answer = run("endpoint update chat --config c --wait=1m");
    assertEquals(exit, answer.exit());
    assertEquals(said, answer.err().lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "endpoint create chat                                             | an endpoint needs an instance type, or a config",
    "endpoint create chat --instance-type t                           | an endpoint needs one of --model, --image, or --managed for inference components",
    "endpoint create chat --instance-type t --image i                 | --image and --managed need a role",
    "endpoint create chat --instance-type t --model m --role r        | a model has its role already",
    "endpoint create chat --instance-type t --managed 0-4 --role r    | --managed '0-4' is not MIN:MAX",
    "endpoint create chat --config c --copies 2                       | --config has the instance type, the copies and the model in it",
    "endpoint create chat --instance-type t --model m --model-data s  | --model-data belongs to an image",
    "endpoint scale chat/AllTraffic                                   | nothing to change",
    "endpoint scale component:phi --copies 1                          | component:phi is no variant",
    "endpoint delete chat                                             | deleting endpoint chat ends its service",
    "endpoint component delete phi                                    | deleting component phi ends its service",
    "endpoint component create phi --on a/b --memory 1                | a component needs one of --model and --image",
    "endpoint component delet phi                                     | endpoint component has no command 'delet'",
    "endpoint componet list                                           | endpoint has no command 'componet'",
    "endpoint show --wait chat more                                   | one word too many: 'more'",
  })
  void wrongWordsAreRefusedBeforeAnythingIsAsked(String line, String said) {
    Answer answer = run(line);
    assertEquals(Exit.USAGE, answer.exit(), answer.err());
    assertEquals("sagescale: " + said + ".", answer.err().lines().findFirst().orElse(""));
    verify(clients.sageMaker(), never()).deleteEndpoint(any(DeleteEndpointRequest.class));
  }
}
