package io.sagescale.cli;

import io.sagescale.connect.Connection;
import io.sagescale.connect.ConnectionOptions;
import io.sagescale.connect.EngineChoice;
import io.sagescale.connect.Rehearsal;
import io.sagescale.local.AccessKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** The way to AWS and to engines through the SDK's own clients; loads nothing of the SDK until it is asked. */
public final class SdkConnector implements Connector {
  @Override
  public Clients open(EngineName engine, Surroundings around, Consumer<String> said) {
    EngineChoice choice = EngineChoice.parse(engine.engine(), engine.state());
    @Nullable AccessKey key = choice instanceof EngineChoice.Url ? key(around) : null;
    return new Connected(Connection.to(choice, new ConnectionOptions(
        engine.region(), engine.profile(), false, "sagescale", around.clock(), said, key)));
  }

  private static @Nullable AccessKey key(Surroundings around) {
    @Nullable String variable = around.variable(EngineStartCommand.CREDENTIALS);
    return variable == null ? null : AccessKey.parse(variable).orElseThrow(() -> Refusal.configuration(
        EngineStartCommand.CREDENTIALS + " is not KEY:SECRET", "Set it to what the engine was started with, or to nothing"));
  }

  /** Does beforehand what takes the first client of a process longest; from any thread, and nothing depends on it. */
  public static void prepare() {
    Rehearsal.play();
  }

  private record Connected(Connection connection) implements Clients {
    @Override
    public ApplicationAutoScalingClient scaling() {
      return connection.scaling();
    }

    @Override
    public CloudWatchClient cloudWatch() {
      return connection.cloudWatch();
    }

    @Override
    public SageMakerClient sageMaker() {
      return connection.sageMaker();
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
