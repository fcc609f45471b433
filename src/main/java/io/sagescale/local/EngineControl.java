package io.sagescale.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one does with an engine that runs elsewhere on this machine: ask, move its clock, reset it, stop it. */
public final class EngineControl {
  /** What stands between an engine and its address, where a state says who holds it. */
  static final String AT = ", at ";

  private static final Pattern ADDRESS = Pattern.compile("http://([0-9.]+|\\[[0-9a-f:]+]):[0-9]{1,5}");

  private static final int CONNECT_MILLIS = 2_000;

  /** Moving a clock on by months takes a while. */
  private static final int ANSWER_MILLIS = 600_000;

  private final URI engine;

  /** An engine that says no, or is not one of ours. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }

    /** HTTP status; 404 where no engine of ours answers. */
    public int status() {
      return status;
    }
  }

  private EngineControl(URI engine) {
    this.engine = engine;
  }

  /** The address of the engine that serves a state folder; empty where none says that it does. */
  public static Optional<URI> addressIn(Path state) {
    String holder = StateLock.holder(state);
    int at = holder.lastIndexOf(AT);
    String address = at < 0 ? "" : holder.substring(at + AT.length());
    return ADDRESS.matcher(address).matches() ? Optional.of(URI.create(address)) : Optional.empty();
  }

  /** The engine at an address such as {@code http://127.0.0.1:4599}. */
  public static EngineControl at(URI engine) {
    return new EngineControl(engine);
  }

  /** {@link EngineStatus}, one field a line. */
  public String status() throws IOException, Refused {
    return call("GET", "status", "text/plain");
  }

  /** {@link EngineStatus} as JSON. */
  public String statusJson() throws IOException, Refused {
    return call("GET", "status", "application/json");
  }

  /** Moves a manual clock on and returns the engine's time. */
  public Instant advance(Duration by) throws IOException, Refused {
    return Instant.parse(call("POST", "advance?by=" + by, "text/plain").strip());
  }

  public void reset() throws IOException, Refused {
    call("POST", "reset", "text/plain");
  }

  public void stop() throws IOException, Refused {
    call("POST", "stop", "text/plain");
  }

  private String call(String method, String what, String accept) throws IOException, Refused {
    HttpURLConnection connection =
        (HttpURLConnection) engine.resolve("/_sagescale/" + what).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(ANSWER_MILLIS);
    connection.setRequestProperty("Accept", accept);
    int status = connection.getResponseCode();
    try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String text = in == null ? "" : new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
      if (status >= 300) {
        throw new Refused(status, text.strip());
      }
      return text;
    } finally {
      connection.disconnect();
    }
  }
}
