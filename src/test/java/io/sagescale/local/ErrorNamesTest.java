package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status and names of each error, in the protocols that name them differently. Source: the services' API models. */
class ErrorNamesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest(name = "{0} {3} {4}")
  @CsvSource(delimiter = '|', value = {
      // operation           | JSON                                                            | form                                                                | status | shape                               | Query's code
      "SetAlarmState         | {'AlarmName':'n','StateValue':'OK','StateReason':'r'}           | AlarmName=n&StateValue=OK&StateReason=r                             | 404    | ResourceNotFound                    | ResourceNotFound",
      "SetAlarmState         | {'AlarmName':'n','StateValue':'OK','StateReason':'r','StateReasonData':'{'} | AlarmName=n&StateValue=OK&StateReason=r&StateReasonData=%7B | 400    | InvalidFormatFault                  | InvalidFormat",
      "DescribeAlarms        | {'NextToken':'x'}                                               | NextToken=x                                                         | 400    | InvalidNextToken                    | InvalidNextToken",
      "DescribeAlarms        | {'AlarmNames':['a'],'AlarmNamePrefix':'a'}                      | AlarmNames.member.1=a&AlarmNamePrefix=a                             | 400    | InvalidParameterCombinationException | InvalidParameterCombination",
      "DescribeAlarms        | {'MaxRecords':101}                                              | MaxRecords=101                                                      | 400    | ValidationError                     | ValidationError",
      "PutMetricData         | {'Namespace':'N'}                                               | Namespace=N                                                         | 400    | MissingRequiredParameterException   | MissingParameter",
      "ListMetrics           | {'NextToken':'x'}                                               | NextToken=x                                                         | 400    | InvalidParameterValueException      | InvalidParameterValue",
      "ListTagsForResource   | {'ResourceARN':'arn:x'}                                         | ResourceARN=arn%3Ax                                                 | 404    | ResourceNotFoundException           | ResourceNotFoundException",
      "DeleteAlarms          | {}                                                              | X=1                                                                 | 400    | ValidationError                     | ValidationError",
  })
  void cloudWatchNamesItsErrorsTwice(String operation, String json, String form, int status, String shape, String code)
      throws IOException {
    HttpAnswer modern = ask("GraniteServiceVersion20100801." + operation, "1.0", json);
    assertEquals(status, modern.status());
    assertEquals("com.amazonaws.cloudwatch#" + shape, type(modern));
    assertEquals(code + ";Sender", modern.headers().get("x-amzn-query-error"));
    HttpAnswer old = ask(new HttpQuestion("POST", "/", Map.of("Content-Type", List.of("application/x-www-form-urlencoded"),
        "Host", List.of("monitoring.us-east-1.amazonaws.com")),
        ("Action=" + operation + "&Version=2010-08-01&" + form).getBytes(StandardCharsets.UTF_8)));
    assertEquals(status, old.status());
    String xml = new String(old.body(), StandardCharsets.UTF_8);
    assertTrue(xml.contains("<Code>" + code + "</Code>") && xml.contains("<Type>Sender</Type>"), xml);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(delimiter = '|', value = {
      "AnyScaleFrontendService.DescribeScalableTargets     | {'ServiceNamespace':'x'}                             | ValidationException",
      "AnyScaleFrontendService.DescribeScalableTargets     | {'ServiceNamespace':'sagemaker','NextToken':'x'}     | InvalidNextTokenException",
      "AnyScaleFrontendService.DeregisterScalableTarget    | {'ServiceNamespace':'sagemaker','ResourceId':'endpoint/a/variant/b','ScalableDimension':'sagemaker:variant:DesiredInstanceCount'} | ObjectNotFoundException",
      "AnyScaleFrontendService.ListTagsForResource         | {'ResourceARN':'arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/a'} | ResourceNotFoundException",
      "SageMaker.DescribeEndpoint                          | {'EndpointName':'no'}                                | ValidationException",
      "SageMaker.CreateModel                               | {}                                                   | ValidationException",
  })
  void theOthersHaveOneNameAndOneStatus(String target, String json, String type) throws IOException {
    HttpAnswer answer = ask(target, "1.1", json);
    assertEquals(400, answer.status());
    assertEquals(type, type(answer));
  }

  private static String type(HttpAnswer answer) throws IOException {
    return new ObjectMapper().readTree(answer.body()).path("__type").asText();
  }

  private static HttpAnswer ask(String target, String version, String json) {
    return ask(new HttpQuestion("POST", "/", Map.of("X-Amz-Target", List.of(target), "X-Amzn-Query-Mode", List.of("true"),
        "Content-Type", List.of("application/x-amz-json-" + version)),
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpAnswer ask(HttpQuestion question) {
    try (LocalEngine engine = LocalEngine.open(EngineOptions.unkept(null, line -> { }), NOON)) {
      return engine.serve(question, NOON).all();
    }
  }
}
