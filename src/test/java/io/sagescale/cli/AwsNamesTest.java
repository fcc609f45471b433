package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.sagescale.cli.Session.Answer;
import io.sagescale.awscli.AwsOperation;
import io.sagescale.awscli.AwsService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateAutoMlJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeImageVersionRequest;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.Tag;

class AwsNamesTest {
  private final FakeClients clients = FakeClients.empty();

  private Answer run(String... words) {
    return Session.anywhere().talking(clients).run(words);
  }

  private Answer line(String line) {
    return run(line.split(" "));
  }

  private void alarmPages(String... pages) {
    String token = null;
    for (int i = 0; i < pages.length; i++) {
      List<MetricAlarm> alarms = pages[i].chars().mapToObj(c -> MetricAlarm.builder().alarmName(Character.toString(c)).build()).toList();
      String next = i + 1 < pages.length ? "page" + (i + 1) : null;
      doReturn(DescribeAlarmsResponse.builder().metricAlarms(alarms).nextToken(next).build())
          .when(clients.cloudWatch()).describeAlarms(DescribeAlarmsRequest.builder().nextToken(token).build());
      token = next;
    }
  }

  @Test
  void scalarsBecomeTheRequest() {
    assertEquals(new Answer(Exit.DONE, "", ""), line("application-autoscaling register-scalable-target --service-namespace sagemaker"
        + " --resource-id endpoint/x/variant/AllTraffic --scalable-dimension sagemaker:variant:DesiredInstanceCount"
        + " --min-capacity 1 --max-capacity=4 --suspended-state DynamicScalingInSuspended=true --tags a=b,c=d"));
    verify(clients.scaling()).registerScalableTarget(RegisterScalableTargetRequest.builder()
        .serviceNamespace("sagemaker").resourceId("endpoint/x/variant/AllTraffic")
        .scalableDimension("sagemaker:variant:DesiredInstanceCount").minCapacity(1).maxCapacity(4)
        .suspendedState(state -> state.dynamicScalingInSuspended(true)).tags(Map.of("a", "b", "c", "d")).build());
  }

  @Test
  void listsTruthsAndStructuresBecomeTheRequest() {
    line("cloudwatch put-metric-alarm --alarm-name a --evaluation-periods 3 --threshold -1.5e1 --comparison-operator LessThanThreshold"
        + " --dimensions Name=x,Value=1 Name=y,Value=2 --ok-actions arn:1 arn:2 --no-actions-enabled");
    verify(clients.cloudWatch()).putMetricAlarm(PutMetricAlarmRequest.builder().alarmName("a").evaluationPeriods(3)
        .threshold(-15.0).comparisonOperator("LessThanThreshold").actionsEnabled(false).okActions("arn:1", "arn:2")
        .dimensions(Dimension.builder().name("x").value("1").build(), Dimension.builder().name("y").value("2").build()).build());
  }

  @Test
  void jsonAndShorthandAreTheSame() {
    CreateEndpointConfigRequest wanted = CreateEndpointConfigRequest.builder().endpointConfigName("c")
        .productionVariants(ProductionVariant.builder().variantName("v").initialInstanceCount(2)
            .managedInstanceScaling(it -> it.status("ENABLED").minInstanceCount(1)).initialVariantWeight(1.0f).build()).build();
    run("sagemaker", "create-endpoint-config", "--endpoint-config-name", "c", "--production-variants",
        "VariantName=v,InitialInstanceCount=2,ManagedInstanceScaling={Status=ENABLED,MinInstanceCount=1},InitialVariantWeight=1");
    run("sagemaker", "create-endpoint-config", "--endpoint-config-name", "c", "--production-variants",
        "[{\"VariantName\":\"v\",\"InitialInstanceCount\":2,\"ManagedInstanceScaling\":{\"Status\":\"ENABLED\",\"MinInstanceCount\":1},"
            + "\"InitialVariantWeight\":1.0}]");
    run("sagemaker", "create-endpoint-config", "--cli-input-json",
        "{\"EndpointConfigName\":\"other\",\"ProductionVariants\":[{\"VariantName\":\"v\",\"InitialInstanceCount\":2,"
            + "\"ManagedInstanceScaling\":{\"Status\":\"ENABLED\",\"MinInstanceCount\":1},\"InitialVariantWeight\":1.0}]}",
        "--endpoint-config-name", "c");
    verify(clients.sageMaker(), times(3)).createEndpointConfig(wanted);
  }

  @Test
  void aDatumHasFlagsOfItsOwn() {
    line("cloudwatch put-metric-data --namespace n --metric-name m --value -3 --unit Count --dimensions a=1,b=2 --storage-resolution 1"
        + " --timestamp 2026-01-02T03:04:05Z");
    verify(clients.cloudWatch()).putMetricData(PutMetricDataRequest.builder().namespace("n").metricData(MetricDatum.builder()
        .metricName("m").value(-3.0).unit("Count").storageResolution(1).timestamp(Instant.parse("2026-01-02T03:04:05Z"))
        .dimensions(Dimension.builder().name("a").value("1").build(), Dimension.builder().name("b").value("2").build())
        .build()).build());
    line("cloudwatch put-metric-data --namespace n --metric-name m --statistic-values Maximum=3,Minimum=1,SampleCount=2,Sum=4");
    verify(clients.cloudWatch()).putMetricData(PutMetricDataRequest.builder().namespace("n").metricData(MetricDatum.builder()
        .metricName("m").statisticValues(it -> it.maximum(3.0).minimum(1.0).sampleCount(2.0).sum(4.0)).build()).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-02T03:04:05Z", "2026-01-02T03:04:05", "2026-01-02 03:04:05", "2026-01-02T03:04:05+00:00",
      "2026-01-02T04:04:05+0100", "1767323045", "2026-01-02T03:04:05.000Z"})
  void timesAreIsoOrSeconds(String time) {
    run("cloudwatch", "get-metric-statistics", "--namespace", "n", "--metric-name", "m", "--start-time", time,
        "--end-time", "2026-01-03", "--period", "60", "--statistics", "Sum", "Average");
    verify(clients.cloudWatch()).getMetricStatistics(GetMetricStatisticsRequest.builder().namespace("n").metricName("m")
        .startTime(Instant.parse("2026-01-02T03:04:05Z")).endTime(Instant.parse("2026-01-03T00:00:00Z")).period(60)
        .statisticsWithStrings("Sum", "Average").build());
  }

  @Test
  void filesStandForTheirText(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("input.json"), "{\"EndpointName\": \"e\", \"EndpointConfigName\": \"c\"}");
    Files.writeString(folder.resolve("tags.json"), "[{\"Key\": \"k\", \"Value\": \"v\"}]");
    Session.in(folder).talking(clients).run("sagemaker", "create-endpoint", "--cli-input-json", "file://input.json",
        "--tags", "file://tags.json");
    verify(clients.sageMaker()).createEndpoint(CreateEndpointRequest.builder().endpointName("e").endpointConfigName("c")
        .tags(Tag.builder().key("k").value("v").build()).build());
    Answer answer = Session.in(folder).talking(clients).run("sagemaker", "create-endpoint", "--cli-input-json", "file://no.json");
    assertEquals(Exit.USAGE, answer.exit());
    assertTrue(answer.err().contains("file://no.json"), answer.err());
  }

  @Test
  void namesThatTheSdkSpellsItsOwnWayAreFound() {
    run("sagemaker", "create-auto-ml-job", "--auto-ml-job-name", "j", "--role-arn", "r", "--input-data-config", "[]",
        "--output-data-config", "S3OutputPath=s3://b/k,KmsKeyId=1");
    verify(clients.sageMaker()).createAutoMLJob(CreateAutoMlJobRequest.builder().autoMLJobName("j").roleArn("r")
        .inputDataConfig(List.of()).outputDataConfig(it -> it.s3OutputPath("s3://b/k").kmsKeyId("1")).build());
    line("sagemaker describe-image-version --image-name i --version-number 3");
    verify(clients.sageMaker()).describeImageVersion(DescribeImageVersionRequest.builder().imageName("i").version(3).build());
  }

  @Test
  void allPagesAreOneAnswer() {
    alarmPages("ab", "", "c");
    assertEquals("""
        {
            "MetricAlarms": [
                {
                    "AlarmName": "a"
                },
                {
                    "AlarmName": "b"
                },
                {
                    "AlarmName": "c"
                }
            ]
        }
        """, line("cloudwatch describe-alarms").out());
    assertEquals("METRICALARMS\ta\nMETRICALARMS\tb\nMETRICALARMS\tc\n", line("cloudwatch describe-alarms --output text").out());
    assertEquals("MetricAlarms:\n- AlarmName: a\n- AlarmName: b\n- AlarmName: c\n", line("cloudwatch describe-alarms -o yaml").out());
    assertTrue(line("cloudwatch describe-alarms --no-paginate").out().contains("\"NextToken\": \"page1\""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "MetricAlarms[].AlarmName           | json | [\\n    \"a\",\\n    \"b\"\\n]\\n",
    "MetricAlarms[].AlarmName           | text | a\\tb\\n",
    "MetricAlarms[0].AlarmName          | json | \"a\"\\n",
    "MetricAlarms[0].AlarmName          | text | a\\n",
    "MetricAlarms[0].AlarmName          | yaml | a\\n",
    "MetricAlarms[].[AlarmName,AlarmArn] | text | a\\tNone\\nb\\tNone\\n",
    "Nothing                            | json | null\\n",
    "Nothing                            | text | None\\n",
    "length(MetricAlarms)               | json | 2\\n",
  })
  void queriesPick(String query, String format, String printed) {
    alarmPages("a", "b");
    assertEquals(printed.translateEscapes(), run("cloudwatch", "describe-alarms", "--query", query, "--output", format).out());
  }

  @Test
  void aWrongQueryIsToldBeforeAnythingIsAsked() {
    Answer answer = line("cloudwatch describe-alarms --query a[");
    assertEquals(Exit.USAGE, answer.exit());
    assertTrue(answer.err().startsWith("sagescale: Bad value for --query: "), answer.err());
    verifyNoInteractions(clients.cloudWatch());
  }

  /** The tokens are what the AWS CLI prints: base64 of the page's own token and of the items of it that were answered. */
  @ParameterizedTest
  @CsvSource({
    "1, , a, eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
    "2, , ab, eyJOZXh0VG9rZW4iOiAicGFnZTEifQ==",
    "3, , abc, eyJOZXh0VG9rZW4iOiAicGFnZTEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
    "4, , abcd,",
    "9, , abcd,",
    "1, eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==, b, eyJOZXh0VG9rZW4iOiAicGFnZTEifQ==",
    "9, eyJOZXh0VG9rZW4iOiAicGFnZTEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==, d,",
    "9, page1, cd,",
  })
  void listsAreCutAndGoOn(int most, String from, String names, String next) {
    alarmPages("ab", "cd");
    String line = "cloudwatch describe-alarms --max-items " + most + (from == null ? "" : " --starting-token " + from);
    String out = line(line + " --output text").out();
    assertEquals(names, out.lines().filter(it -> it.startsWith("METRICALARMS\t")).map(it -> it.substring(13)).reduce("", String::concat));
    assertEquals(next, out.lines().filter(it -> !it.contains("\t")).findFirst().orElse(null));
  }

  @Test
  void whoNamesAPageGetsThatPage() {
    doReturn(DescribeAlarmsResponse.builder().metricAlarms(MetricAlarm.builder().alarmName("c").build()).nextToken("more").build())
        .when(clients.cloudWatch()).describeAlarms(DescribeAlarmsRequest.builder().nextToken("x").maxRecords(1).build());
    assertTrue(line("cloudwatch describe-alarms --next-token x --max-records 1").out().contains("\"NextToken\": \"more\""));
    doReturn(DescribeAlarmsResponse.builder().metricAlarms(MetricAlarm.builder().alarmName("d").build()).build())
        .when(clients.cloudWatch()).describeAlarms(DescribeAlarmsRequest.builder().maxRecords(7).build());
    assertTrue(line("cloudwatch describe-alarms --page-size 7").out().contains("\"d\""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "cloudwatch delete-alarms                              | the following arguments are required: --alarm-names | See: sagescale cloudwatch delete-alarms --help",
    "sagemaker create-endpoint                             | the following arguments are required: --endpoint-name, --endpoint-config-name | See: sagescale sagemaker create-endpoint --help",
    "cloudwatch describe-alarms --alarm-nams a             | Unknown options: --alarm-nams                     | Did you mean --alarm-names? See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describe-alarms a                          | Unknown options: a                                | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describ-alarms                             | cloudwatch has no operation 'describ-alarms'      | Did you mean describe-alarms? See: sagescale cloudwatch --help",
    "cloudwatch describe-alarms --max-records              | argument --max-records: expected one argument     | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describe-alarms --max-records x            | Error parsing parameter '--max-records': invalid literal for an integer: 'x' | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describe-alarms --max-items 0              | --max-items is a whole number of 1 or more, not '0' | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describe-alarms --max-items 1 --no-paginate | Cannot specify --no-paginate along with pagination arguments: --max-items | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch delete-alarms --alarm-names a --max-items 1 | Unknown options: --max-items                     | See: sagescale cloudwatch delete-alarms --help",
    "cloudwatch put-metric-data --namespace n --value 1 --metric-data MetricName=m | --value cannot be specified beside --metric-data | See:",
    "cloudwatch describe-alarms --output xml               | --output is one of json, text, table, yaml, not 'xml' | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describe-alarm-history --start-date soon   | Invalid type for parameter StartDate, value: soon | See: sagescale cloudwatch describe-alarm-history --help",
    "cloudwatch describe-alarm-history --start-date +999999999-01-01 | Invalid type for parameter StartDate    | See: sagescale cloudwatch describe-alarm-history --help",
    "cloudwatch describe-alarm-history --start-date 999999999999 | Parameter validation failed                  | See: sagescale cloudwatch describe-alarm-history --help",
    "cloudwatch describe-alarms --max-records 99999999999  | Parameter validation failed                       | See: sagescale cloudwatch describe-alarms --help",
    "cloudwatch describe-alarms --alarm-names file://none  | Error parsing parameter '--alarm-names': Unable to load paramfile file://none: NoSuchFile | See:",
    "sagemaker create-endpoint --cli-input-json {          | Error parsing parameter 'cli-input-json': Invalid JSON | See: sagescale sagemaker create-endpoint --help",
    "sagemaker create-endpoint --cli-input-json {}         | Missing required parameter in input: \"EndpointName\" | See: sagescale sagemaker create-endpoint --help",
    "sagemaker create-endpoint --endpoint-name a --endpoint-config-name b --tags Key=a,Valu=b | Unknown parameter in Tags[0]: \"Valu\", must be one of: Key, Value | See:",
    "sagemaker create-endpoint --endpoint-name a --endpoint-config-name b --tags Key=a,Key=b | Error parsing parameter '--tags': Second instance of key \"Key\" | See:",
    "sagemaker create-endpoint --endpoint-name a --endpoint-config-name b --tags {\"Key\":1} | Invalid type for parameter Tags[0].Key, value: 1, type: number, valid types: string | See:",
    "sagemakr list-endpoints                               | unknown command 'sagemakr'                        | Did you mean sagemaker?",
  })
  void wrongWordsAreNamed(String line, String part, String nextStep) {
    Answer answer = line(line);
    assertEquals(Exit.USAGE, answer.exit(), answer.err());
    assertEquals("", answer.out());
    assertTrue(answer.err().startsWith("sagescale: "), answer.err());
    assertTrue(answer.err().contains(part), answer.err());
    assertTrue(answer.err().lines().reduce((a, b) -> b).orElse("").startsWith(nextStep), answer.err());
    verifyNoInteractions(clients.cloudWatch(), clients.sageMaker());
  }

  @Test
  void refusalsAreInAwsWords() {
    doThrow(CloudWatchException.builder().statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ResourceNotFound").errorMessage("No such alarm.").build()).build())
        .when(clients.cloudWatch()).describeAlarms(any(DescribeAlarmsRequest.class));
    assertEquals(new Answer(Exit.REFUSED, "", "An error occurred (ResourceNotFound) when calling the DescribeAlarms operation: No such alarm.\n"
        + "Check the name, and that it is in this region and on this engine (aws)\n"), line("cloudwatch describe-alarms"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--region eu-west-1 --profile p --debug cloudwatch describe-alarms",
      "cloudwatch --endpoint-url http://127.0.0.1:1 describe-alarms --no-sign-request --no-cli-pager",
      "--quiet cloudwatch describe-alarms --color off --no-color"})
  void optionsOfEveryCommandStandAnywhere(String line) {
    alarmPages("a");
    assertEquals("METRICALARMS\ta\n", line(line + " --output text").out());
  }

  @Test
  void helpListsOperationsAndFlags() {
    Answer service = line("cloudwatch help");
    assertEquals(Exit.DONE, service.exit());
    assertTrue(service.out().contains("\n  * describe-alarms\n") && service.out().contains("\n    put-dashboard\n"), service.out());
    assertEquals(service, line("cloudwatch --help"));
    assertEquals(service, line("help cloudwatch"));
    assertEquals(new Answer(Exit.USAGE, "", service.out()), line("cloudwatch"));
    Answer operation = line("sagemaker create-endpoint help");
    assertEquals(operation, line("sagemaker create-endpoint --help"));
    assertEquals(operation, line("help sagemaker create-endpoint"));
    assertTrue(operation.out().contains("\n  * --endpoint-config-name       string\n"), operation.out());
    operation.out().lines().forEach(row -> assertTrue(row.length() <= 80, row));
  }

  @Test
  void theExamplesOfHelpRun(@TempDir Path folder) throws Exception {
    AwsService service = AwsService.APPLICATION_AUTO_SCALING;
    for (AwsOperation operation : service.operations()) {
      Session session = Session.in(folder).talking(clients);
      Answer help = session.run(service.word(), operation.word(), "--help");
      for (String example : help.out().substring(help.out().indexOf("\nExamples\n")).replaceAll("\\\\\n *", "").lines().skip(2).map(String::strip).toList()) {
        Answer answer = session.run(example.substring("sagescale ".length()).split(" "));
        assertEquals(Exit.DONE, answer.exit(), example + answer);
        Files.writeString(folder.resolve("input.json"), answer.out());
      }
    }
  }

  @Test
  void skeletonsAreInputs(@TempDir Path folder) throws Exception {
    String skeleton = line("cloudwatch put-metric-alarm --generate-cli-skeleton").out();
    assertTrue(skeleton.contains("\"OKActions\": [\n        \"\"\n    ],"), skeleton);
    Files.writeString(folder.resolve("input.json"), skeleton);
    assertEquals(Exit.DONE, Session.in(folder).talking(clients)
        .run("cloudwatch", "put-metric-alarm", "--cli-input-json", "file://input.json").exit());
  }
}
