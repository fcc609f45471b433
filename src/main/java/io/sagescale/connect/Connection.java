package io.sagescale.connect;

import io.sagescale.local.AccessKey;
import io.sagescale.local.DirectDoor;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.InProcessHttpClient;
import io.sagescale.local.LocalEngine;
import io.sagescale.local.StateProblem;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/**
 * An engine as the AWS SDK's clients. Each client, and the local engine under them, is made when it is first asked for; what
 * goes wrong then comes as {@link ConnectionProblem}, and {@link ConnectionProblem#behind} finds it in what a call throws. For one thread.
 */
public final class Connection implements AutoCloseable {
  /** Region of an engine that is not AWS where a person names none. Source: our choice, AWS's own default in examples. */
  static final String DEFAULT_REGION = "us-east-1";

  private static final AccessKey NO_SECRET = new AccessKey("local", "local");

  private final EngineChoice engine;
  private final ConnectionOptions options;
  private @Nullable DirectDoor door;
  private @Nullable SdkHttpClient http;
  private @Nullable ApplicationAutoScalingClient scaling;
  private @Nullable CloudWatchClient cloudWatch;
  private @Nullable SageMakerClient sageMaker;

  private Connection(EngineChoice engine, ConnectionOptions options) {
    this.engine = engine;
    this.options = options;
  }

  /** @throws ConnectionProblem when the region is none by its form */
  public static Connection to(EngineChoice engine, ConnectionOptions options) {
    if (options.region() != null && !options.region().matches("[a-z0-9-]{1,63}")) {
      throw new ConnectionProblem(ConnectionProblem.Kind.NO_REGION, "'" + options.region() + "' is no region",
          "Name one such as us-east-1.", null);
    }
    return new Connection(engine, options);
  }

  public EngineChoice engine() {
    return engine;
  }

  public ApplicationAutoScalingClient scaling() {
    if (scaling == null) {
      scaling = built(() -> configured(ApplicationAutoScalingClient.builder()).build());
    }
    return scaling;
  }

  public CloudWatchClient cloudWatch() {
    if (cloudWatch == null) {
      cloudWatch = built(() -> configured(CloudWatchClient.builder()).build());
    }
    return cloudWatch;
  }

  public SageMakerClient sageMaker() {
    if (sageMaker == null) {
      sageMaker = built(() -> configured(SageMakerClient.builder()).build());
    }
    return sageMaker;
  }

  /** Closes the clients, and lets go of a local engine's state. */
  @Override
  public void close() {
    close(scaling);
    close(cloudWatch);
    close(sageMaker);
    close(http);
    if (door != null) {
      door.close();
    }
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(B builder) {
    builder.httpClient(http());
    builder.overrideConfiguration(it -> {
      switch (engine) {
        case EngineChoice.Local local -> it.retryStrategy(DefaultRetryStrategy.doNotRetry());
        case EngineChoice.Aws aws -> it.retryStrategy(retryMode());
        case EngineChoice.Url url -> it.retryStrategy(retryMode());
      }
    });
    switch (engine) {
      case EngineChoice.Aws aws -> aws(builder);
      case EngineChoice.Local local -> {
        builder.region(Region.of(region()));
        builder.endpointOverride(URI.create("http://localhost"));
        builder.credentialsProvider(AnonymousCredentialsProvider.create());
      }
      case EngineChoice.Url url -> {
        builder.region(Region.of(region()));
        builder.endpointOverride(url.address());
        AccessKey key = options.key() == null ? NO_SECRET : options.key();
        builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())));
      }
    }
    return builder;
  }

  /** What {@code AWS_RETRY_MODE} and the profile say, else the mode that AWS recommends to all its SDKs. */
  private static RetryMode retryMode() {
    return RetryMode.resolver().defaultRetryMode(RetryMode.STANDARD).resolve();
  }

  private void aws(AwsClientBuilder<?, ?> builder) {
    if (options.region() != null) {
      builder.region(Region.of(options.region()));
    }
    if (options.profile() != null) {
      builder.credentialsProvider(ProfileCredentialsProvider.create(options.profile()));
      builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
          .defaultProfileName(options.profile()).build());
    }
  }

  private String region() {
    return options.region() == null ? DEFAULT_REGION : options.region();
  }

  private SdkHttpClient http() {
    if (http == null) {
      http = switch (engine) {
        case EngineChoice.Aws aws -> UrlConnectionHttpClient.create();
        case EngineChoice.Url url -> url.isPlain() ? PlainHttp.client() : UrlConnectionHttpClient.create();
        case EngineChoice.Local local -> new InProcessHttpClient(open(local.state()));
      };
    }
    return http;
  }

  private DirectDoor open(Path state) {
    EngineOptions how = EngineOptions.in(state, options.region(), options.said()).strict(options.isStrict());
    how = how.heldBy(how.holder() + ", " + options.holder());
    door = new DirectDoor(LocalEngine.open(how, options.clock().instant()), options.clock());
    return door;
  }

  private static <C> C built(Supplier<C> builder) {
    try {
      return builder.get();
    } catch (SdkClientException | StateProblem e) {
      throw ConnectionProblem.behind(e).orElseThrow(() -> e);
    }
  }

  private static void close(@Nullable AutoCloseable closeable) {
    if (closeable != null) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
