package io.sagescale.local;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sagescale.engine.Engine;
import io.sagescale.engine.Fact;
import io.sagescale.fleet.Capacity;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import io.sagescale.wire.HttpAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an engine tells Prometheus: its own state at the moment it is asked, and counts since the process started. */
final class EngineMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Gauge time = gauge("sagescale_engine_time_seconds", "The engine's time, in seconds since 1970.");
  private final Gauge inFlight = gauge("sagescale_requests_in_flight", "Requests in flight, queued ones included.");
  private final Gauge targets = gauge("sagescale_scalable_targets", "Scalable targets registered.");
  private final Gauge desired = gauge("sagescale_target_desired_capacity", "Capacity that is wanted.", "resource");
  private final Gauge running = gauge("sagescale_target_current_capacity", "Capacity in service.", "resource");
  private final Gauge alarms = gauge("sagescale_alarms", "Alarms by their state.", "state");
  private final Counter activities = Counter.builder().name("sagescale_scaling_activities")
      .help("Scaling activities that came into a status.").labelNames("status").register(registry);
  private final Counter calls = Counter.builder().name("sagescale_calls")
      .help("Calls answered, by operation and HTTP status.").labelNames("operation", "status").register(registry);
  private final Histogram seconds = Histogram.builder().name("sagescale_call_duration_seconds")
      .help("How long calls took.").labelNames("operation").classicOnly()
      .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5).register(registry);
  private volatile boolean isLive;

  /** From now on facts are counted; those that a state goes through when it is opened are of the past. */
  void begin() {
    isLive = true;
  }

  void fact(Fact fact) {
    if (isLive && fact instanceof Fact.ActivityChanged changed) {
      activities.labelValues(changed.activity().status().text()).inc();
    }
  }

  /** Operations that the engine does not have count as one, so that callers cannot make series. */
  void call(Answered answered, Duration took) {
    String operation = answered.isKnown() ? answered.operation() : "unknown";
    calls.labelValues(operation, Integer.toString(answered.reply().head().status())).inc();
    seconds.labelValues(operation).observe(took.toNanos() / 1e9);
  }

  /**
   * Everything, in the text format that is asked for. On the engine's own thread.
   *
   * @param accept the {@code Accept} header; OpenMetrics where it names that, else Prometheus's older format
   */
  HttpAnswer text(Engine engine, @Nullable String accept) {
    look(engine);
    ExpositionFormatWriter writer = accept != null && accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text")
        ? OpenMetricsTextFormatWriter.create() : PrometheusTextFormatWriter.create();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(bytes, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new HttpAnswer(200, Map.of("Content-Type", writer.getContentType()), bytes.toByteArray());
  }

  private void look(Engine engine) {
    time.set(engine.now().getEpochSecond() + engine.now().getNano() / 1e9);
    inFlight.set(engine.inFlight());
    targets.set(engine.scaling().targets().size());
    desired.clear();
    running.clear();
    for (ResourceId resource : engine.scaling().targets()) {
      Capacity capacity = engine.fleet().capacity(resource);
      desired.labelValues(resource.text()).set(capacity.desired());
      running.labelValues(resource.text()).set(capacity.running());
    }
    for (AlarmState state : AlarmState.values()) {
      alarms.labelValues(state.name()).set(0);
    }
    for (String name : engine.alarms().names()) {
      alarms.labelValues(engine.alarms().status(name).state().name()).inc();
    }
  }

  private Gauge gauge(String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }
}
