package io.sagescale.engine;

import io.sagescale.alarm.AlarmTiming;
import io.sagescale.fleet.FleetSettings;
import io.sagescale.scaling.ScalingSettings;
import java.time.Duration;

/**
 * What the engine is told about the world it lives in.
 *
 * @param invocationLimit Source: SageMaker developer guide, "a container must answer InvokeEndpoint within 60 seconds"
 * @param streamingLimit Source: SageMaker developer guide, real-time inference, 8 minutes for streamed answers
 * @param drainLimit how long a copy may finish its requests on scale-in. Unverified: our choice, the streaming limit
 * @param reaction from an alarm's action to the decision. Unverified: AWS publishes none
 */
public record EngineSettings(
    FleetSettings fleet,
    ScalingSettings scaling,
    AlarmTiming alarms,
    Publication publication,
    Duration invocationLimit,
    Duration streamingLimit,
    Duration drainLimit,
    Duration reaction) {
  public static final Duration INVOCATION_LIMIT = Duration.ofSeconds(60);
  public static final Duration STREAMING_LIMIT = Duration.ofMinutes(8);

  /**
   * When metrics become visible, counted from the end of their window.
   *
   * @param spread each series has its own fixed extra delay below this, by seed and name
   */
  public record Publication(Duration highResolution, Duration standard, Duration spread, long seed) {}
}
