package io.sagescale.bench;

import io.sagescale.connect.Connection;
import io.sagescale.connect.ConnectionOptions;
import io.sagescale.connect.EngineChoice;
import io.sagescale.model.ResourceId;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.LocalEngine;
import io.sagescale.simulate.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** What opening a state costs after a day, a week and a year: one target, idle, under traffic, and fed by hand. */
final class CatchUp {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final int ROUNDS = 3;
  private static final int WEEK_WINDOWS = 60_480;

  private CatchUp() {}

  /** @param args anything leaves out the week of points by hand, which takes half a minute */
  public static void main(String[] args) throws IOException {
    Path root = Files.createTempDirectory("catch-up");
    Path idle = root.resolve("idle");
    try (Hand hand = new Hand(idle)) {
      hand.track();
    }
    open("idle", idle, 1);
    open("idle", idle, 1);
    open("idle", idle, 7);
    open("idle", idle, 30);
    open("idle", idle, 365);
    Path loaded = root.resolve("loaded");
    try (Hand hand = new Hand(loaded)) {
      hand.track();
    }
    try (LocalEngine engine = LocalEngine.open(EngineOptions.in(loaded, null, line -> {}), START)) {
      engine.play(List.of(steady(Duration.ofDays(30))), new ResourceId.Variant("llama", "AllTraffic"));
    }
    open("half a request a second", loaded, 1);
    open("half a request a second", loaded, 7);
    open("half a request a second", loaded, 30);
    if (args.length == 0) {
      fed(root.resolve("fed"));
    }
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** A week of points put by hand, one each ten seconds. */
  private static void fed(Path state) throws IOException {
    long before = System.nanoTime();
    try (Hand hand = new Hand(state)) {
      hand.track();
      for (int i = 1; i <= WEEK_WINDOWS; i++) {
        hand.now = START.plusSeconds(10L * i);
        hand.put(i % 360 < 30 ? 9 : 1);
      }
    }
    System.out.printf("%d PutMetricData, each on disk: %.1f s%n", WEEK_WINDOWS, (System.nanoTime() - before) / 1e9);
    open("a point each 10 s by hand", state, 7);
  }

  private static void open(String what, Path state, int days) throws IOException {
    double best = Double.MAX_VALUE;
    double closing = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      LocalEngine engine = LocalEngine.open(
          EngineOptions.in(state, null, line -> {}), START.plus(Duration.ofDays(days)));
      best = Math.min(best, (System.nanoTime() - before) / 1e9);
      long end = System.nanoTime();
      engine.close();
      closing = (System.nanoTime() - end) / 1e9;
    }
    System.out.printf("%s, %d days: open %.3f s, close %.3f s, state of %,d bytes, heap limit %d MiB%n", what, days,
        best, closing, Files.size(state.resolve("engine.mv")), Runtime.getRuntime().maxMemory() >> 20);
  }

  private static Traffic steady(Duration lasts) {
    return new Traffic(new Traffic.Source.Synthetic(List.of(new Traffic.Segment(lasts, 0.5, 0.5)),
        Traffic.Arrivals.POISSON, new Traffic.Lengths.Normal(921, 600, 168, 120)), 1, 1, true);
  }

  /** A person at a terminal, at an instant of the bench's choice. */
  private static final class Hand implements AutoCloseable {
    private final Connection connection;
    private Instant now = START;

    Hand(Path state) {
      connection = Connection.to(new EngineChoice.Local(state),
          new ConnectionOptions(null, null, false, "bench", () -> now, line -> {}, null));
    }

    void track() {
      connection.scaling().registerScalableTarget(r -> r.serviceNamespace(ServiceNamespace.SAGEMAKER)
          .resourceId("endpoint/llama/variant/AllTraffic")
          .scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT).minCapacity(1).maxCapacity(4));
      connection.scaling().putScalingPolicy(r -> r.policyName("concurrency").serviceNamespace(ServiceNamespace.SAGEMAKER)
          .resourceId("endpoint/llama/variant/AllTraffic")
          .scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
          .policyType(PolicyType.TARGET_TRACKING_SCALING)
          .targetTrackingScalingPolicyConfiguration(c -> c.targetValue(5.0).scaleOutCooldown(60).scaleInCooldown(60)
              .predefinedMetricSpecification(m -> m.predefinedMetricType(
                  MetricType.SAGE_MAKER_VARIANT_CONCURRENT_REQUESTS_PER_MODEL_HIGH_RESOLUTION))));
    }

    void put(double value) {
      CloudWatchClient cloudWatch = connection.cloudWatch();
      cloudWatch.putMetricData(r -> r.namespace("AWS/SageMaker").metricData(d -> d
          .metricName("ConcurrentRequestsPerModel").value(value).storageResolution(1).dimensions(
              Dimension.builder().name("EndpointName").value("llama").build(),
              Dimension.builder().name("VariantName").value("AllTraffic").build())));
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
