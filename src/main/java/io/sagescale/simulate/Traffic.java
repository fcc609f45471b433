package io.sagescale.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One source of requests.
 *
 * @param speed plays the source this many times faster, over 0
 * @param scale sends this many requests for each one of the source, over 0; fractions are drawn
 * @param isStreaming whether answers are streamed, which lifts the 60-second invocation limit
 */
public record Traffic(Source source, double speed, double scale, boolean isStreaming) {
  /** Where requests come from. */
  public sealed interface Source {
    /** The files it reads. */
    default List<Bytes> files() {
      return switch (this) {
        case Trace trace -> List.of(trace.bytes());
        case Rates rates -> Stream.concat(Stream.of(rates.bytes()), rates.lengths().files().stream()).toList();
        case Synthetic synthetic -> synthetic.lengths().files();
        case ClosedLoop users -> users.lengths().files();
      };
    }

    /** One request a line, with its tokens. Formats are told apart by content. */
    record Trace(Bytes bytes) implements Source {}

    /** Requests of each second, with lengths drawn. */
    record Rates(Bytes bytes, Lengths lengths) implements Source {}

    /** Rates that the scenario draws itself. */
    record Synthetic(List<Segment> segments, Arrivals arrivals, Lengths lengths) implements Source {
      public Synthetic {
        segments = List.copyOf(segments);
      }
    }

    /**
     * Users that each send, wait for the answer, think, and send again.
     *
     * @param start after the scenario's start
     * @param lasts null: to the end of the run; no new request is sent afterwards
     * @param totalRequests null: without limit
     */
    record ClosedLoop(
        int users, Duration thinkTime, Duration start, @Nullable Duration lasts, @Nullable Long totalRequests,
        Lengths lengths)
        implements Source {}
  }

  /** How the arrivals of a synthetic segment are spaced. */
  public enum Arrivals { POISSON, EVEN }

  /** A stretch of time over which the rate goes straight from one value to another, requests a second. */
  public record Segment(Duration lasts, double fromPerSecond, double toPerSecond) {}

  /** How many tokens a request has. */
  public sealed interface Lengths {
    /** The files it reads. */
    default List<Bytes> files() {
      return switch (this) {
        case Fixed fixed -> List.of();
        case Normal normal -> List.of();
        case Quantiles quantiles -> List.of(quantiles.bytes());
      };
    }

    record Fixed(int inputTokens, int outputTokens) implements Lengths {}

    /** Bell-shaped, cut at 1 token. */
    record Normal(double inputMean, double inputDeviation, double outputMean, double outputDeviation)
        implements Lengths {}

    /** A file of quantiles {@code quantile,input_tokens,output_tokens}; input and output are drawn apart. */
    record Quantiles(Bytes bytes) implements Lengths {}
  }

  /** A named stream that can be opened again for every run; the opener owns the file, not this room. */
  public interface Bytes {
    /** Name for messages, as the person wrote it. */
    String name();

    InputStream open() throws IOException;
  }
}
