package io.sagescale.engine;

import io.sagescale.alarm.CompositeRule;
import io.sagescale.metrics.Samples;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.MetricId;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to the engine. It happens at the instant the engine was last advanced to. */
public sealed interface EngineEvent {

  /** Where the event stands among those of one instant; see {@link Rank}. */
  Rank rank();

  /**
   * A request comes in.
   *
   * @param routingDraw uniform in [0, 1), decides between variants and copies
   * @param serviceDraw uniform in [0, 1), handed on to the model server
   * @param tag the sender's own mark, handed back when the request ends; below 0 when its first token is to be told too
   */
  record RequestArrived(
      Destination destination, int inputTokens, int outputTokens, boolean isStreaming, double routingDraw,
      double serviceDraw, long tag)
      implements EngineEvent {
    @Override
    public Rank rank() {
      return Rank.ARRIVED;
    }
  }

  /** What a copy reports about a request it was given. */
  sealed interface OfRequest extends EngineEvent {
    /** As handed out in {@link Effect.Dispatch}; reports about ended requests are ignored. */
    long request();

    @Override
    default Rank rank() {
      return Rank.FINISHED;
    }
  }

  record FirstToken(long request) implements OfRequest {}

  record RequestFinished(long request) implements OfRequest {}

  /** The copy answered with an error. */
  record RequestFailed(long request) implements OfRequest {}

  /** The copy's queue was full. */
  record RequestRefused(long request) implements OfRequest {}

  /** What the world reports about instances and copies. */
  sealed interface OfFleet extends EngineEvent {
    @Override
    default Rank rank() {
      return Rank.CAPACITY;
    }
  }

  record InstanceReady(int instance) implements OfFleet {}

  /** A stage of a copy's start is over; told for the record. */
  record StageEnded(int copy, String stage, Instant from) implements OfFleet {}

  record CopyHealthy(int copy) implements OfFleet {}

  /** The container died with all its requests. */
  record CopyCrashed(int copy) implements OfFleet {}

  /** The copy lost all its requests and goes on taking new ones. */
  record RequestsLost(int copy) implements OfFleet {}

  /** What the engine asked to be woken for. */
  sealed interface Timer extends EngineEvent {}

  /** Windows that end at {@code boundary} are closed and published. */
  record MetricsDue(Instant boundary) implements Timer {
    @Override
    public Rank rank() {
      return Rank.METRICS;
    }
  }

  /** @param incarnation tells an alarm from an earlier one of the same name */
  record AlarmDue(String alarm, long incarnation, Instant boundary) implements Timer {
    @Override
    public Rank rank() {
      return Rank.ALARMS;
    }
  }

  /** Timers about capacity. */
  sealed interface CapacityTimer extends Timer {
    @Override
    default Rank rank() {
      return Rank.CAPACITY;
    }
  }

  /** What alarms asked for at that instant is decided, all of one resource together. */
  record SignalsDue(Instant raisedAt) implements CapacityTimer {}

  record SchedulesDue(Instant at) implements CapacityTimer {}

  record IdleDue(int instance) implements CapacityTimer {}

  /** @param update tells an update of the resource from the next */
  record PlacementDue(ResourceId resource, int update) implements CapacityTimer {}

  record DrainLimit(int copy) implements CapacityTimer {}

  /** The oldest request that has a limit reaches it. */
  record TimeLimitDue(boolean isStreaming) implements Timer {
    @Override
    public Rank rank() {
      return Rank.FINISHED;
    }
  }

  /** What a person or an API asks for. */
  sealed interface Control extends EngineEvent {
    @Override
    default Rank rank() {
      return Rank.CONTROL;
    }
  }

  /** How an endpoint or component comes to be. */
  enum Begin { STARTING, IN_SERVICE }

  record CreateEndpoint(EndpointSpec spec, Begin begin) implements Control {}

  record CreateComponent(ComponentSpec spec, Begin begin) implements Control {}

  /** Gives an endpoint other variants, or its variants another model, type or number of instances. */
  record UpdateEndpoint(EndpointSpec spec) implements Control {}

  /** Deletes an endpoint and deregisters its variants; its components stay, without copies. */
  record DeleteEndpoint(String endpoint) implements Control {}

  /** Rolls out a component with other requirements, another model or another number of copies. */
  record UpdateComponent(ComponentSpec spec) implements Control {}

  /** Deletes a component and deregisters it. */
  record DeleteComponent(String component) implements Control {}

  /** @param weight share of the endpoint's traffic, relative to the other variants; 0 or more */
  record SetWeight(ResourceId.Variant variant, double weight) implements Control {}

  record RegisterTarget(ScalableTarget target) implements Control {}

  record DeregisterTarget(ResourceId resource) implements Control {}

  record PutPolicy(ResourceId resource, ScalingPolicy policy) implements Control {}

  record DeletePolicy(ResourceId resource, String policy) implements Control {}

  record PutSchedule(ResourceId resource, ScheduledAction action) implements Control {}

  record DeleteSchedule(ResourceId resource, String name) implements Control {}

  record PutAlarm(AlarmRule rule) implements Control {}

  record DeleteAlarm(String name) implements Control {}

  record PutComposite(CompositeRule rule) implements Control {}

  record DeleteComposite(String name) implements Control {}

  /** Puts an alarm of either kind into a state. */
  record SetAlarm(String name, AlarmState state, String reason, @Nullable String reasonData) implements Control {}

  record PutMetric(MetricId metric, Instant timestamp, Samples samples) implements Control {}

  /** Sets a capacity by hand. */
  record SetCapacity(ResourceId resource, int desired) implements Control {}

  /** Rolls out a new version of the model behind a resource. */
  record Deploy(ResourceId resource) implements Control {}

  /** Adds to the publication delay of every metric from now on. */
  record DelayMetrics(Duration extra) implements Control {}

  /** Stops or resumes the publication of metrics. */
  record PublishMetrics(boolean isPublished) implements Control {}
}
