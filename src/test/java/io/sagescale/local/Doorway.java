package io.sagescale.local;

import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Traffic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** An engine behind one of its doors, with the SDK's clients before it and a clock that the test moves. */
abstract class Doorway implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** What the engine said to people. */
  final List<String> said = new ArrayList<>();

  private final List<AutoCloseable> clients = new ArrayList<>();

  /** The two doors. */
  enum Kind {
    IN_PROCESS,
    LOOPBACK;

    Doorway open(Path state) throws IOException {
      return open(state, NOON);
    }

    Doorway open(Path state, Instant now) throws IOException {
      return switch (this) {
        case IN_PROCESS -> new InProcess(state, now);
        case LOOPBACK -> new Loopback(state, now);
      };
    }
  }

  abstract void advance(Duration by);

  /** Looks at the engine itself. */
  abstract <R> R look(Function<LocalEngine, R> at);

  abstract SdkHttpClient http();

  abstract URI uri();

  abstract void closeEngine();

  void play(List<Traffic> traffic, ResourceId resource) {
    look(engine -> {
      engine.play(traffic, resource);
      return engine;
    });
  }

  ApplicationAutoScalingClient scaling() {
    return client(ApplicationAutoScalingClient.builder());
  }

  CloudWatchClient cloudWatch() {
    return client(CloudWatchClient.builder());
  }

  SageMakerClient sageMaker() {
    return client(SageMakerClient.builder());
  }

  SageMakerRuntimeClient runtime() {
    return client(SageMakerRuntimeClient.builder());
  }

  @Override
  public void close() {
    closeEngine();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable> C client(B builder) {
    C client = builder.httpClient(http()).region(Region.US_EAST_1).endpointOverride(uri())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
        .build();
    clients.add(client);
    return client;
  }

  private static final class InProcess extends Doorway {
    private final HandClock clock;
    private final LocalEngine engine;
    private final InProcessHttpClient http;

    InProcess(Path state, Instant now) {
      clock = new HandClock(now);
      engine = LocalEngine.open(EngineOptions.in(state, null, said::add), now);
      http = new InProcessHttpClient(new DirectDoor(engine, clock));
    }

    @Override
    void advance(Duration by) {
      clock.advance(by);
      engine.advanceTo(clock.instant());
    }

    @Override
    <R> R look(Function<LocalEngine, R> at) {
      return at.apply(engine);
    }

    @Override
    SdkHttpClient http() {
      return http;
    }

    @Override
    URI uri() {
      return URI.create("http://localhost");
    }

    @Override
    void closeEngine() {
      engine.close();
    }
  }

  private static final class Loopback extends Doorway {
    private final RealTimeDriver driver;
    private final LoopbackServer server;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    Loopback(Path state, Instant now) throws IOException {
      driver = RealTimeDriver.start(
          LocalEngine.open(EngineOptions.in(state, null, said::add), now), EngineClock.manual());
      server = LoopbackServer.open(driver, 0, "manual", state.toString(), () -> {}, said::add);
    }

    @Override
    void advance(Duration by) {
      driver.advance(by);
    }

    @Override
    <R> R look(Function<LocalEngine, R> at) {
      return driver.onLoop(at);
    }

    @Override
    SdkHttpClient http() {
      return http;
    }

    @Override
    URI uri() {
      return server.uri();
    }

    @Override
    void closeEngine() {
      server.close();
      driver.close();
      http.close();
    }
  }
}
