package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.local.EngineClock;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.LocalEngine;
import io.sagescale.local.LoopbackServer;
import io.sagescale.local.RealTimeDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command lines in {@code aws} and in ours, before one engine whose clock stands still. */
class AwsProgramTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static AwsProgram aws;
  private static RealTimeDriver driver;
  private static LoopbackServer server;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    driver = RealTimeDriver.start(LocalEngine.open(EngineOptions.unkept(null, said -> {}), NOON), EngineClock.manual());
    server = LoopbackServer.open(driver, 0, "manual", "none", () -> {}, said -> {});
    aws = AwsProgram.before(server.uri(), folder);
  }

  @AfterAll
  static void close() throws Exception {
    if (aws != null) {
      aws.close();
    }
    server.close();
    driver.close();
  }

  /** A write is done twice, so what it answers must not depend on whether it was done before. */
  @Test
  void bothPrintTheSame() throws Exception {
    List<String> differences = new ArrayList<>();
    for (String line : LINES.lines().filter(it -> !it.isBlank()).toList()) {
      List<String> words = DryRuns.words(line);
      Answer theirs = aws.run(words);
      Answer ours = ours(words);
      if (theirs.exit() == 0 ? ours.exit() != 0 || !theirs.out().equals(ours.out())
          : ours.exit() != Exit.REFUSED || !theirs.err().strip().equals(ours.err().lines().findFirst().orElse(""))) {
        differences.add(line + "\naws:  " + theirs + "\nours: " + ours);
      }
    }
    assertTrue(differences.isEmpty(), String.join("\n\n", differences));
  }

  /** Taken, or refused by the engine; not refused by {@code aws} itself. */
  @Test
  void awsTakesWhatADryRunPrints() throws Exception {
    for (List<String> example : DryRuns.examples()) {
      for (String line : DryRuns.print(example, "aws").out().lines().toList()) {
        List<String> words = DryRuns.words(line);
        Answer theirs = aws.run(words.subList(1, words.size()));
        assertTrue(theirs.exit() == 0 || theirs.err().startsWith("\nAn error occurred ("), line + "\n" + theirs);
      }
    }
  }

  private static Answer ours(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--endpoint-url", server.uri().toString()));
    return Session.anywhere().at(NOON).run(all.toArray(String[]::new));
  }

  private static final String LINES = """
      application-autoscaling register-scalable-target --service-namespace sagemaker --resource-id endpoint/a/variant/AllTraffic --scalable-dimension sagemaker:variant:DesiredInstanceCount --min-capacity 1 --max-capacity 4 --suspended-state DynamicScalingInSuspended=true
      application-autoscaling register-scalable-target --service-namespace sagemaker --resource-id endpoint/b/variant/AllTraffic --scalable-dimension sagemaker:variant:DesiredInstanceCount --min-capacity 1 --max-capacity 4
      application-autoscaling describe-scalable-targets --service-namespace sagemaker
      application-autoscaling describe-scalable-targets --service-namespace sagemaker --resource-ids endpoint/a/variant/AllTraffic endpoint/none/variant/x
      application-autoscaling describe-scalable-targets --service-namespace sagemaker --max-items 1
      application-autoscaling describe-scalable-targets --service-namespace sagemaker --page-size 1
      application-autoscaling describe-scalable-targets --service-namespace sagemaker --no-paginate
      application-autoscaling describe-scalable-targets --service-namespace sagemaker --output text
      application-autoscaling put-scaling-policy --policy-name p --service-namespace sagemaker --resource-id endpoint/a/variant/AllTraffic --scalable-dimension sagemaker:variant:DesiredInstanceCount --policy-type TargetTrackingScaling --target-tracking-scaling-policy-configuration TargetValue=5,ScaleInCooldown=180,PredefinedMetricSpecification={PredefinedMetricType=SageMakerVariantConcurrentRequestsPerModelHighResolution}
      application-autoscaling put-scaling-policy --policy-name s --service-namespace sagemaker --resource-id endpoint/b/variant/AllTraffic --scalable-dimension sagemaker:variant:DesiredInstanceCount --policy-type StepScaling --step-scaling-policy-configuration AdjustmentType=ChangeInCapacity,StepAdjustments=[{MetricIntervalLowerBound=0,MetricIntervalUpperBound=20.5,ScalingAdjustment=1},{MetricIntervalLowerBound=20.5,ScalingAdjustment=2}],Cooldown=60
      application-autoscaling describe-scaling-policies --service-namespace sagemaker
      application-autoscaling put-scheduled-action --service-namespace sagemaker --scheduled-action-name n --resource-id endpoint/a/variant/AllTraffic --scalable-dimension sagemaker:variant:DesiredInstanceCount --schedule 'cron(0 7 * * ? *)' --scalable-target-action MinCapacity=2,MaxCapacity=8 --start-time 2026-04-01T00:00:00
      application-autoscaling describe-scheduled-actions --service-namespace sagemaker
      application-autoscaling describe-scaling-activities --service-namespace sagemaker --include-not-scaled-activities
      application-autoscaling deregister-scalable-target --service-namespace sagemaker --resource-id endpoint/none/variant/x --scalable-dimension sagemaker:variant:DesiredInstanceCount
      cloudwatch put-metric-alarm --alarm-name x --namespace n --metric-name m --dimensions Name=a,Value=1 Name=b,Value=2 --statistic Average --period 60 --evaluation-periods 3 --datapoints-to-alarm 2 --threshold 1e-5 --comparison-operator GreaterThanThreshold --alarm-description 'two words' --ok-actions arn:aws:sns:us-east-1:123456789012:t
      cloudwatch put-metric-alarm --alarm-name y --evaluation-periods 1 --threshold 2e16 --comparison-operator LessThanThreshold --metrics '[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"n","MetricName":"m"},"Period":60,"Stat":"Sum"},"ReturnData":true}]'
      cloudwatch describe-alarms
      cloudwatch describe-alarms --alarm-names y x --output text
      cloudwatch describe-alarms --alarm-names x --alarm-names y
      cloudwatch describe-alarms --alarm-name-prefix x --max-items 1
      cloudwatch describe-alarms --alarm-types CompositeAlarm
      cloudwatch describe-alarms-for-metric --namespace n --metric-name m --dimensions Name=a,Value=1 Name=b,Value=2
      cloudwatch put-metric-data --namespace n --metric-data MetricName=m,Dimensions=[{Name=a,Value=1}],Value=3,Timestamp=2026-03-02T11:59:00Z MetricName=m,Values=1,2,3,Counts=4,5,6,Timestamp=1772452740
      cloudwatch put-metric-data --namespace n --metric-name single --value 7 --dimensions a=1,b=2 --timestamp 2026-03-02T11:59:00Z
      cloudwatch list-metrics --namespace n
      cloudwatch get-metric-statistics --namespace n --metric-name m --start-time 2026-03-02T11:00:00 --end-time 2026-03-02T12:00:00Z --period 60 --statistics Average Maximum
      cloudwatch get-metric-data --start-time 2026-03-02T11:00:00 --end-time 1772452800 --metric-data-queries '[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"n","MetricName":"m"},"Period":60,"Stat":"Sum"}}]'
      cloudwatch describe-alarm-history --alarm-name x --history-item-type ConfigurationUpdate
      cloudwatch set-alarm-state --alarm-name none --state-value OK --state-reason because
      sagemaker create-endpoint-config --endpoint-config-name c --production-variants VariantName=v,ModelName=none,InitialInstanceCount=1,InstanceType=ml.g5.2xlarge
      sagemaker describe-endpoint --endpoint-name a
      sagemaker list-endpoints
      sagemaker list-endpoints --sort-by Name --sort-order Ascending --name-contains a
      sagemaker describe-endpoint-config --endpoint-config-name none
      sagemaker list-tags --resource-arn arn:aws:sagemaker:us-east-1:123456789012:endpoint/a
      sagemaker list-models --output text
      sagemaker list-endpoints --output table
      cloudwatch describe-alarms --output table
      cloudwatch describe-alarms --query 'MetricAlarms[?Threshold>`1`].{Name:AlarmName,T:Threshold,D:Dimensions}'
      cloudwatch describe-alarms --query 'MetricAlarms[].[AlarmName,Threshold,Period]' --output text
      cloudwatch describe-alarms --query 'MetricAlarms[].{Name:AlarmName,T:Threshold}' --output table
      cloudwatch describe-alarms --query 'sort_by(MetricAlarms,&Threshold)[-1].AlarmName' --output text
      cloudwatch describe-alarms --query nothing
      cloudwatch describe-alarms --query 'length(MetricAlarms)'
      cloudwatch list-metrics --namespace n --output table
      cloudwatch get-metric-statistics --namespace n --metric-name m --start-time 2026-03-02T11:00:00 --end-time 2026-03-02T12:00:00Z --period 60 --statistics Sum --output table
      application-autoscaling describe-scaling-policies --service-namespace sagemaker --output table
      application-autoscaling describe-scaling-policies --service-namespace sagemaker --output text
      """;
}
