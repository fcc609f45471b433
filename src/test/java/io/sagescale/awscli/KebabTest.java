package io.sagescale.awscli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KebabTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "AlarmNames             | alarm-names",
    "OKActions              | ok-actions",
    "ScalableTargetARN      | scalable-target-arn",
    "ResourceARNs           | resource-arns",
    "KMSKeyId               | kms-key-id",
    "VpcConfig              | vpc-config",
    "VPCConfig              | vpc-config",
    "AutoMLJobName          | auto-ml-job-name",
    "AutoMLJobObjective     | auto-ml-job-objective",
    "DataCaptureConfig      | data-capture-config",
    "S3Uri                  | s3-uri",
    "MLModelId              | ml-model-id",
    "EnableSSMAccess        | enable-ssm-access",
    "EndTime                | end-time",
    "X                      | x",
    "EC2InstanceIds         | ec2-instance-ids",
    "CreateInferenceComponent | create-inference-component",
  })
  void namesAreWords(String name, String words) {
    assertEquals(words, Kebab.of(name));
  }

  @ParameterizedTest
  @CsvSource({"CreateAutoMLJobV2, CreateAutoMlJobV2", "PutMetricAlarm, PutMetricAlarm", "CreateMlflowApp, CreateMlflowApp"})
  void classesOfTheSdkHaveTheirOwnSpelling(String operation, String name) {
    assertEquals(name, Kebab.className(operation));
  }
}
