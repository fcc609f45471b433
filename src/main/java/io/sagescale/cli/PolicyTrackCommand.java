package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code policy track}: one PutScalingPolicy. */
@Command(
    name = "track",
    customSynopsis = "sagescale policy track TARGET --metric METRIC --target VALUE [OPTIONS]",
    header = "Keep a metric at a value: target tracking, with alarms that AWS makes.",
    footer = {
      "  sagescale policy track llama3-8b/AllTraffic --target 5 \\",
      "      --metric ConcurrentRequestsPerModel --cooldown-out 180s"
    })
final class PolicyTrackCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Option(names = "--metric", paramLabel = "METRIC", required = true, completionCandidates = TrackedMetricWord.Names.class,
      description = "One of ${COMPLETION-CANDIDATES}, or AWS's name of a predefined type.")
  private String metric = "";

  @Option(names = "--target", paramLabel = "VALUE", required = true, description = "The value to keep to.")
  private double value;

  @Option(names = "--cooldown-out", paramLabel = "TIME", converter = DurationWord.class,
      description = "Rest after scaling out, such as 180s; AWS's default is 300s.")
  private @Nullable Duration cooldownOut;

  @Option(names = "--cooldown-in", paramLabel = "TIME", converter = DurationWord.class,
      description = "Rest after scaling in; AWS's default is 300s.")
  private @Nullable Duration cooldownIn;

  @Option(names = "--no-scale-in", description = "Only ever scale out.")
  private boolean isOutOnly;

  @Option(names = "--name", paramLabel = "POLICY", description = "Name of the policy; the metric's when left out.")
  private @Nullable String name;

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  PolicyTrackCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    String type = TrackedMetricWord.typeName(metric, target);
    String policy = name == null ? metric : name;
    PutScalingPolicyRequest request = PutScalingPolicyRequest.builder()
        .policyName(policy)
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .policyType(PolicyType.TARGET_TRACKING_SCALING)
        .targetTrackingScalingPolicyConfiguration(tracking -> tracking
            .targetValue(value)
            .predefinedMetricSpecification(metricType -> metricType.predefinedMetricType(type))
            .scaleOutCooldown(seconds(cooldownOut))
            .scaleInCooldown(seconds(cooldownIn))
            .disableScaleIn(isOutOnly ? true : null))
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> {
      PutScalingPolicyResponse put = clients.scaling().putScalingPolicy(request);
      return Answer.said(put, policy, "policy " + policy + " keeps " + metric + " of " + target.shortName() + " at "
          + new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString() + "\nalarms: " + String.join("\n        ", put.alarms().stream().map(Alarm::alarmName).toList()));
    });
  }

  private static @Nullable Integer seconds(@Nullable Duration cooldown) {
    return cooldown == null ? null : (int) cooldown.toSeconds();
  }
}
