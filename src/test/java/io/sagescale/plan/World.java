package io.sagescale.plan;

import io.sagescale.local.DirectDoor;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.InProcessHttpClient;
import io.sagescale.local.LocalEngine;
import io.sagescale.model.EndpointScaling;
import io.sagescale.yaml.PolicyDocument;
import io.sagescale.yaml.PolicyFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** A local engine of a test's own behind the SDK's clients, and what the commands do with it. */
final class World implements Services, AutoCloseable {
  static final Ownership OURS = new Ownership(Ownership.DEFAULT_OWNER, false);

  final FaultyHttp http;

  private final DirectDoor door;
  private final ApplicationAutoScalingClient scaling;
  private final CloudWatchClient cloudWatch;
  private Instant now = Instant.parse("2026-01-05T05:00:00Z");

  private World(boolean isRetrying) {
    door = new DirectDoor(LocalEngine.open(EngineOptions.unkept(null, said -> { }), now), () -> now);
    http = new FaultyHttp(new InProcessHttpClient(door));
    scaling = configured(ApplicationAutoScalingClient.builder(), isRetrying).build();
    cloudWatch = configured(CloudWatchClient.builder(), isRetrying).build();
  }

  /** Each call is made once. */
  static World once() {
    return new World(false);
  }

  /** The SDK tries again where it may, without waiting. */
  static World retrying() {
    return new World(true);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(B builder, boolean isRetrying) {
    builder.httpClient(http).region(Region.US_EAST_1).endpointOverride(URI.create("http://localhost"))
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .overrideConfiguration(it -> it.retryStrategy(isRetrying
            ? AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately()).build()
            : DefaultRetryStrategy.doNotRetry()));
    return builder;
  }

  @Override
  public ApplicationAutoScalingClient scaling() {
    return scaling;
  }

  @Override
  public CloudWatchClient cloudWatch() {
    return cloudWatch;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  /** The one document of a file of {@code policies/}. */
  static EndpointScaling policy(String name) {
    return PolicyFiles.read(List.of(Path.of("policies", name + ".yaml"))).policies().getFirst().scaling();
  }

  /** The one document of a text. */
  static EndpointScaling document(String text) {
    return PolicyFiles.policiesOf(Path.of("test.yaml"), text).policies().stream().map(PolicyDocument::scaling)
        .findFirst().orElseThrow(() -> new IllegalArgumentException(
            PolicyFiles.policiesOf(Path.of("test.yaml"), text).problems().toString()));
  }

  Plan plan(EndpointScaling document) {
    return plan(document, OURS);
  }

  Plan plan(EndpointScaling document, Ownership ownership) {
    return Planner.plan(List.of(document), List.of(observe(document)), ownership);
  }

  TargetState observe(EndpointScaling document) {
    return Observer.observe(this, document.target().resource(), document.policies().stream()
        .map(EndpointScaling.PolicySpec::alarm).filter(Objects::nonNull).map(alarm -> alarm.name()).toList());
  }

  Plan destruction(EndpointScaling document) {
    return Planner.destroy(List.of(document), List.of(observe(document)), OURS);
  }

  List<PlanRunner.Result> run(Plan plan) {
    return PlanRunner.run(plan, this, result -> { });
  }

  List<PlanRunner.Result> apply(EndpointScaling document) {
    return run(plan(document));
  }

  /** All that there is, whoever made it, without ARNs: equal for worlds that do the same. */
  String sight() {
    StringBuilder sight = new StringBuilder();
    for (TargetState state : Observer.all(this)) {
      TargetState.Registered registered = Objects.requireNonNull(state.registered());
      sight.append(Settings.of(registered.target())).append(registered.tags()).append('\n');
      state.policies().forEach(policy -> sight.append(policy.name()).append(policy.settings()).append('\n'));
      state.schedules().forEach(schedule -> sight.append(schedule.name()).append(schedule.settings()).append('\n'));
      state.alarms().forEach(alarm ->
          sight.append(alarm.name()).append(state.settings(alarm)).append(new TreeMap<>(alarm.tags())).append('\n'));
    }
    return sight + "alarms: " + cloudWatch.describeAlarms().metricAlarms().stream().map(MetricAlarm::alarmName)
        .map(name -> name.replaceFirst("-[0-9a-f-]{36}$", "")).sorted().collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    scaling.close();
    cloudWatch.close();
    door.close();
  }
}
