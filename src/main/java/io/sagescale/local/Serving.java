package io.sagescale.local;

import org.jspecify.annotations.Nullable;

/**
 * How an engine is served.
 *
 * @param host address to listen on; {@code 127.0.0.1} lets in this machine alone
 * @param port 0 for any that is free
 * @param isManual whether time moves by hand alone
 * @param speed engine seconds for each second of the day; 1 on a manual clock
 * @param key whose signatures calls must carry; null when nobody's are looked at
 */
public record Serving(String host, int port, boolean isManual, double speed, @Nullable AccessKey key) {
  /** Source: our choice, a port that no well-known service has. */
  public static final int PORT = 4599;

  public static final String LOOPBACK = "127.0.0.1";
  /** Fastest clock, in times of the real one. Source: our choice, over a day each second. */
  public static final double FASTEST = 100_000;

  public Serving {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    if (!(speed > 0 && speed <= FASTEST) || isManual && speed != 1) {
      throw new IllegalArgumentException("speed " + speed);
    }
  }

  /** The clock in words: {@code real}, {@code manual}, {@code 60 times real}. */
  String clock() {
    return isManual ? "manual" : speed == 1 ? "real"
        : (speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed)) + " times real";
  }
}
