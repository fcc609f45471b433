package io.sagescale.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/**
 * A local engine that stays open between commands, and the clock that it and they go by. Opening a state plays all it holds, so
 * that many commands over a long time cost the square of it otherwise.
 */
final class LivingEngine implements Connector, Watch, AutoCloseable {
  private Instant now;
  private @Nullable Clients clients;
  private Consumer<String> said = line -> {};

  LivingEngine(Instant now) {
    this.now = now;
  }

  @Override
  public Clients open(EngineName engine, Surroundings around, Consumer<String> said) {
    this.said = said;
    if (clients == null) {
      clients = new SdkConnector().open(engine, around, line -> this.said.accept(line));
    }
    return new StaysOpen(clients);
  }

  /** The clients of the engine, once a command has opened it. */
  Clients clients() {
    return new StaysOpen(Objects.requireNonNull(clients));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void pause(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public void close() {
    if (clients != null) {
      clients.close();
    }
  }

  private record StaysOpen(Clients clients) implements Clients {
    @Override
    public ApplicationAutoScalingClient scaling() {
      return clients.scaling();
    }

    @Override
    public CloudWatchClient cloudWatch() {
      return clients.cloudWatch();
    }

    @Override
    public SageMakerClient sageMaker() {
      return clients.sageMaker();
    }

    @Override
    public void close() {}
  }
}
