package io.sagescale.local;

import io.sagescale.api.Invocation;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Traffic;
import io.sagescale.wire.HttpQuestion;
import java.time.Instant;
import java.util.List;

/** Something that changed an engine from outside, at its instant. All entries in order make the same engine again. */
sealed interface LogEntry {
  /** The engine's time when it happened. */
  Instant at();

  /** A write call that was acknowledged. */
  record Called(Instant at, HttpQuestion question) implements LogEntry {}

  /** A request for a model. */
  record Invoked(Instant at, Invocation invocation) implements LogEntry {}

  /** Traffic that started to play, for a resource that was modelled where nobody had created it. */
  record Played(Instant at, List<Traffic> traffic, ResourceId resource) implements LogEntry {
    public Played {
      traffic = List.copyOf(traffic);
    }
  }

  /** Time that was moved on by hand, or ran faster than the clock: it does not go back when the state is opened again. */
  record Moved(Instant at) implements LogEntry {}
}
