package io.sagescale.local;

import io.sagescale.engine.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an engine that is served tells while it runs: a line for each call, and for each fact that matters to who scales, with
 * the engine's time. Safe for several threads.
 */
public final class EngineLog {
  /** How a line is written. */
  public enum Format {
    TEXT,
    JSON,
    /** The notes alone, as they are. */
    NOTES
  }

  private final Consumer<String> lines;
  private final Format format;
  private volatile InstantSource time;
  private volatile boolean isLive;

  /**
   * A log for one engine.
   *
   * @param lines takes a line at a time, on any thread
   * @param clock the time of what is said until there is an engine to {@link #follow}
   */
  public EngineLog(Consumer<String> lines, Format format, InstantSource clock) {
    this.lines = lines;
    this.format = format;
    this.time = clock;
  }

  /** From now on facts are told; those of the past, which an engine goes through when it is opened, were told then. */
  void begin() {
    isLive = true;
  }

  /** From now on what is said has the engine's time, which any thread may ask for. */
  void follow(InstantSource engine) {
    time = engine;
  }

  void call(Answered answered, Duration took) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("operation", answered.operation());
    line.put("status", answered.reply().head().status());
    line.put("millis", Math.round(took.toNanos() / 1e4) / 100.0);
    if (!answered.isKnown()) {
      line.put("note", "this engine does not have the operation");
    }
    tell(answered.at(), "call", line);
  }

  void fact(Fact fact) {
    if (isLive) {
      switch (fact) {
        case Fact.AlarmTurned turned -> turned(turned);
        case Fact.ActivityChanged changed -> changed(changed);
        case Fact.CapacityChanged changed -> capacity(changed);
        case Fact.RequestEnded ended -> { }
        case Fact.FirstTokenLeft left -> { }
        case Fact.NewPeak peak -> { }
        case Fact.WindowClosed closed -> { }
        case Fact.Decided decided -> { }
        case Fact.CopyStage stage -> { }
      }
    }
  }

  /** Something that a person should know. */
  public void said(String text) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("note", text);
    tell(time.instant(), "note", line);
  }

  private void turned(Fact.AlarmTurned turned) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("alarm", turned.evaluation().alarm());
    line.put("from", turned.evaluation().before().name());
    line.put("to", turned.evaluation().after().name());
    tell(turned.at(), "alarm", line);
  }

  private void changed(Fact.ActivityChanged changed) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("resource", changed.activity().resource().text());
    line.put("status", changed.activity().status().text());
    line.put("description", changed.activity().description());
    tell(changed.at(), "activity", line);
  }

  private void capacity(Fact.CapacityChanged changed) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("resource", changed.resource().text());
    line.put("desired", changed.desired());
    line.put("inService", changed.inService());
    tell(changed.at(), "capacity", line);
  }

  private void tell(Instant at, String event, Map<String, Object> fields) {
    StringBuilder line = new StringBuilder();
    switch (format) {
      case TEXT -> {
        line.append(at).append(' ').append(event);
        fields.forEach((key, value) -> line.append(' ').append(key).append('=').append(plain(value)));
      }
      case JSON -> {
        line.append("{\"time\":\"").append(at).append("\",\"event\":\"").append(event).append('"');
        fields.forEach((key, value) -> line.append(",\"").append(key).append("\":")
            .append(value instanceof Number ? value.toString() : JsonText.quoted(value.toString())));
        line.append('}');
      }
      case NOTES -> {
        if (!event.equals("note")) {
          return;
        }
        line.append(fields.get("note"));
      }
    }
    lines.accept(line.toString());
  }

  /** A value as one word, quoted where it is none, so that no text of a caller looks like a line of ours. */
  private static String plain(Object value) {
    String text = value.toString();
    return text.matches("[\\p{Alnum}._:/@+-]+") ? text : JsonText.quoted(text);
  }
}
