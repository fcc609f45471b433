package io.sagescale.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sagescale.wire.Call;
import io.sagescale.wire.Codec;
import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import io.sagescale.wire.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine over HTTP, on this machine's loopback address unless another is asked for: AWS's protocols on every path but {@code /health}, {@code /metrics} and those
 * under {@code /_sagescale/}, which are for people and for {@code sagescale engine}.
 *
 * <table>
 * <caption>Paths of ours</caption>
 * <tr><td>GET /health</td><td>200 while the engine runs, 503 when it has failed</td></tr>
 * <tr><td>GET /metrics</td><td>for Prometheus, in its text format or OpenMetrics</td></tr>
 * <tr><td>GET /_sagescale/status</td><td>{@link EngineStatus} as JSON, or as text with {@code Accept: text/plain}</td></tr>
 * <tr><td>POST /_sagescale/advance?by=PT10S</td><td>moves a manual clock on; 409 on one that runs</td></tr>
 * <tr><td>POST /_sagescale/reset</td><td>forgets everything</td></tr>
 * <tr><td>POST /_sagescale/stop</td><td>answers, then ends the engine</td></tr>
 * </table>
 */
public final class LoopbackServer implements AutoCloseable {
  /** Longest body. Source: our choice, above the longest of the three services' (1 MB for PutMetricData). */
  static final int LONGEST_BODY = 4 << 20;

  private static final String CONTROL = "/_sagescale/";
  private static final Duration SLOWEST_REQUEST = Duration.ofSeconds(30);

  /** A model may take its minute, and on a clock that stands still or is slow longer, up to this. */
  private static final Duration SLOWEST_ANSWER = Reply.LONGEST_WAIT;

  /** Source: our choice, so that who stops an engine need not wait for a client that is stuck. */
  private static final int LONGEST_GOODBYE_SECONDS = 5;

  private static final int LONGEST_HEADERS = 64 << 10;
  private static final int WAITING_CONNECTIONS = 512;
  private static final int MOST_CONNECTIONS = 4096;

  private final HttpServer server;
  private final ExecutorService threads;
  private final RealTimeDriver driver;
  private final Serving serving;
  private final String state;
  private final Runnable stop;
  private final EngineLog log;
  private final EngineMetrics metrics;
  private final @Nullable Signatures signatures;
  private final AtomicLong calls = new AtomicLong();

  private LoopbackServer(
      HttpServer server, RealTimeDriver driver, Serving serving, String state, Runnable stop, EngineLog log,
      EngineMetrics metrics) {
    this.server = server;
    this.driver = driver;
    this.serving = serving;
    this.state = state;
    this.stop = stop;
    this.log = log;
    this.metrics = metrics;
    AccessKey key = serving.key();
    this.signatures = key == null ? null : new Signatures(key);
    this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("door-", 0).factory());
  }

  /**
   * Opens the port.
   *
   * @param port 0 for any that is free
   * @param clock the clock in words, for the status
   * @param state the state folder in words, for the status
   * @param stop what ends the process; called at most once for each stop request, after it was answered
   * @param said hears bugs, a line each
   * @throws BindException when the port is taken
   */
  public static LoopbackServer open(
      RealTimeDriver driver, int port, String clock, String state, Runnable stop, Consumer<String> said)
      throws IOException {
    return open(driver, new Serving(Serving.LOOPBACK, port, clock.equals("manual"), 1, null), state, stop,
        new EngineLog(said, EngineLog.Format.NOTES, driver::now), new EngineMetrics());
  }

  /**
   * Opens the port.
   *
   * @param state the state folder in words, for the status
   * @param stop what ends the process; called at most once for each stop request, after it was answered
   * @throws BindException when the port is taken, or the address is not this machine's
   */
  static LoopbackServer open(
      RealTimeDriver driver, Serving serving, String state, Runnable stop, EngineLog log, EngineMetrics metrics)
      throws IOException {
    limit("sun.net.httpserver.maxReqTime", SLOWEST_REQUEST.toSeconds());
    limit("sun.net.httpserver.maxRspTime", SLOWEST_ANSWER.toSeconds());
    limit("sun.net.httpserver.maxReqHeaderSize", LONGEST_HEADERS);
    limit("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
    InetSocketAddress address = new InetSocketAddress(serving.host(), serving.port());
    if (address.isUnresolved()) {
      throw new BindException("no address is known of " + serving.host());
    }
    LoopbackServer opened = new LoopbackServer(
        HttpServer.create(address, WAITING_CONNECTIONS), driver, serving, state, stop, log, metrics);
    opened.server.setExecutor(opened.threads);
    opened.server.createContext("/", opened::handle);
    opened.server.start();
    return opened;
  }

  /** Where the engine is. */
  public URI uri() {
    InetAddress address = server.getAddress().getAddress();
    String host = address.isAnyLocalAddress() ? Serving.LOOPBACK : address.getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getAddress().getPort());
  }

  /** Lets calls in progress end, then closes the port; the driver is its owner's. */
  @Override
  public void close() {
    server.stop(LONGEST_GOODBYE_SECONDS);
    threads.shutdown();
  }

  /** The server reads its limits, times in seconds, from the system's properties. */
  private static void limit(String property, long most) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Long.toString(most));
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String refusal = Visitors.refusal(exchange.getRequestHeaders(), serving.host());
      if (refusal != null) {
        send(exchange, text(403, refusal));
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
      if (body.length > LONGEST_BODY) {
        exchange.getResponseHeaders().set("Connection", "close");
        send(exchange, text(413, "a body of more than " + LONGEST_BODY + " bytes"));
        return;
      }
      send(exchange, reply(exchange, body));
    }
  }

  private Reply reply(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    try {
      if (path.equals("/health")) {
        return Reply.of(health());
      }
      if (path.startsWith(CONTROL)) {
        return Reply.of(control(exchange, path.substring(CONTROL.length())));
      }
      if (path.equals("/metrics") && exchange.getRequestMethod().equals("GET")) {
        return Reply.of(driver.onLoop(
            it -> metrics.text(it.engine(), exchange.getRequestHeaders().getFirst("Accept"))));
      }
      calls.incrementAndGet();
      return call(new HttpQuestion(
          exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
    } catch (StateProblem problem) {
      log.said(String.valueOf(problem.getMessage()));
      return Reply.of(internal(problem.getMessage() + ". " + problem.nextStep()));
    } catch (RuntimeException bug) {
      log.said("a call failed: " + bug);
      return Reply.of(internal("the engine failed: " + bug));
    }
  }

  /** Told once its head is there, which for what a model is asked takes as long as the model. */
  private Reply call(HttpQuestion question) {
    long began = System.nanoTime();
    Answered answered = answered(question);
    answered.reply().head();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    metrics.call(answered, took);
    log.call(answered, took);
    return answered.reply();
  }

  private Answered answered(HttpQuestion question) {
    if (signatures != null) {
      try {
        Call call = Codec.read(question);
        HttpAnswer refusal = signatures.refusal(call, question);
        if (refusal != null) {
          return Answered.unread(driver.onLoop(it -> it.engine().now()), refusal);
        }
      } catch (WireException e) {
        return Answered.unread(driver.onLoop(it -> it.engine().now()), e.answer());
      }
    }
    return driver.answered(question);
  }

  private HttpAnswer health() {
    RuntimeException failure = driver.failure();
    return failure == null ? json(200, "{\"status\":\"ok\"}\n")
        : json(503, "{\"status\":\"failed\",\"reason\":" + JsonText.quoted(String.valueOf(failure.getMessage())) + "}\n");
  }

  private HttpAnswer control(HttpExchange exchange, String what) {
    boolean isPost = exchange.getRequestMethod().equals("POST");
    return switch (what) {
      case "status" -> status(exchange.getRequestHeaders().getFirst("Accept"));
      case "advance" -> isPost ? advance(exchange.getRequestURI().getQuery()) : postOnly();
      case "reset" -> {
        if (!isPost) {
          yield postOnly();
        }
        driver.reset();
        yield text(200, "a new engine");
      }
      case "stop" -> {
        if (!isPost) {
          yield postOnly();
        }
        Thread.ofPlatform().name("stop").start(stop);
        yield text(200, "stopping");
      }
      default -> text(404, "status, advance, reset and stop are here");
    };
  }

  private HttpAnswer advance(@Nullable String query) {
    if (query == null || !query.startsWith("by=")) {
      return text(400, "say how far, as in /_sagescale/advance?by=PT10S");
    }
    if (!driver.isManual()) {
      return text(409, "the clock runs by itself; start the engine with --clock manual to move it by hand");
    }
    try {
      Duration by = Duration.parse(query.substring(3));
      if (by.isNegative()) {
        return text(400, "time does not go back");
      }
      return text(200, driver.advance(by).toString());
    } catch (DateTimeParseException e) {
      return text(400, "not a duration in ISO 8601: " + query.substring(3));
    }
  }

  private HttpAnswer status(@Nullable String accept) {
    EngineStatus status = driver.onLoop(it -> new EngineStatus(
        ProcessHandle.current().pid(), it.createdAt(), it.engine().now(), serving.clock(), state,
        it.engine().scaling().targets().size(), it.engine().inFlight(), calls.get()));
    return accept != null && accept.startsWith("text/plain") ? text(200, status.text())
        : json(200, status.json());
  }

  private static HttpAnswer json(int status, String text) {
    return new HttpAnswer(status, Map.of("Content-Type", "application/json"), bytes(text));
  }

  private static HttpAnswer postOnly() {
    return new HttpAnswer(405, Map.of("Allow", "POST", "Content-Type", "text/plain"), bytes("POST only\n"));
  }

  /** A form of error that every protocol's clients take for the service's own fault. */
  private static HttpAnswer internal(String text) {
    return text(500, text);
  }

  private static HttpAnswer text(int status, String line) {
    return new HttpAnswer(status, Map.of("Content-Type", "text/plain; charset=utf-8"),
        bytes(line.endsWith("\n") ? line : line + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    HttpAnswer head = reply.head();
    if (reply.isWhole()) {
      send(exchange, head);
      return;
    }
    headers(exchange, head);
    exchange.sendResponseHeaders(head.status(), 0);
    OutputStream out = exchange.getResponseBody();
    for (byte[] part = reply.part(); part.length > 0; part = reply.part()) {
      out.write(part);
      out.flush();
    }
  }

  private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
    headers(exchange, answer);
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static void headers(HttpExchange exchange, HttpAnswer answer) {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value)));
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
  }
}
