package io.sagescale.bench;

import io.sagescale.local.EngineClock;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.LocalEngine;
import io.sagescale.local.LoopbackServer;
import io.sagescale.local.RealTimeDriver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers a second over eight kept connections, for each of four operations: of an engine in memory, of one whose every
 * acknowledged write is on disk, and of the servers whose addresses are given, such as moto's.
 */
final class LoopbackLoad {
  private static final int CONNECTIONS = 8;
  private static final long WARM_NANOS = 3_000_000_000L;
  private static final long MEASURED_NANOS = 4_000_000_000L;

  private LoopbackLoad() {}

  /** One request, told from others by its name; {@code %d} stands for the connection's number. */
  private enum Kind {
    REGISTER("application-autoscaling", "application/x-amz-json-1.1", "AnyScaleFrontendService.RegisterScalableTarget",
        "{\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"endpoint/e%d/variant/AllTraffic\",\"ScalableDimension\":"
            + "\"sagemaker:variant:DesiredInstanceCount\",\"MinCapacity\":1,\"MaxCapacity\":4}"),
    DESCRIBE_TARGETS("application-autoscaling", "application/x-amz-json-1.1",
        "AnyScaleFrontendService.DescribeScalableTargets", "{\"ServiceNamespace\":\"sagemaker\"}"),
    PUT_METRIC_DATA("monitoring", "application/x-www-form-urlencoded; charset=utf-8", null,
        "Action=PutMetricData&Version=2010-08-01&Namespace=app&MetricData.member.1.MetricName=m%d"
            + "&MetricData.member.1.Value=7.5"),
    DESCRIBE_ALARMS("monitoring", "application/x-www-form-urlencoded; charset=utf-8", null,
        "Action=DescribeAlarms&Version=2010-08-01");

    private final String service;
    private final String contentType;
    private final @Nullable String target;
    private final String body;

    Kind(String service, String contentType, @Nullable String target, String body) {
      this.service = service;
      this.contentType = contentType;
      this.target = target;
      this.body = body;
    }

    byte[] bytes(URI uri, int connection) {
      String text = body.replace("%d", Integer.toString(connection));
      String head = "POST / HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nContent-Type: " + contentType
          + (target == null ? "" : "\r\nX-Amz-Target: " + target)
          + "\r\nX-Amz-Date: 20260302T120000Z\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AK/20260302/us-east-1/"
          + service + "/aws4_request, SignedHeaders=host, Signature=00\r\nContent-Length: " + text.length() + "\r\n\r\n";
      return (head + text).getBytes(StandardCharsets.US_ASCII);
    }
  }

  public static void main(String[] args) throws Exception {
    engine("engine in memory", EngineOptions.unkept(null, line -> {}));
    Path state = Files.createTempDirectory("load");
    engine("engine on disk", EngineOptions.in(state, null, line -> {}));
    for (String address : args) {
      load(address, URI.create(address));
    }
  }

  private static void engine(String what, EngineOptions options) throws Exception {
    InstantSource clock = InstantSource.system();
    LocalEngine engine = LocalEngine.open(options, clock.instant());
    try (RealTimeDriver driver = RealTimeDriver.start(engine, EngineClock.real(clock, clock.instant()));
        LoopbackServer server = LoopbackServer.open(driver, 0, "real", what, () -> {}, System.err::println)) {
      load(what, server.uri());
    }
  }

  private static void load(String what, URI uri) throws Exception {
    System.out.println(what);
    for (Kind kind : Kind.values()) {
      measure(uri, kind, WARM_NANOS);
      System.out.printf("  %-16s %,8.0f a second%n", kind, measure(uri, kind, MEASURED_NANOS) / (MEASURED_NANOS / 1e9));
    }
  }

  private static long measure(URI uri, Kind kind, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    AtomicLong answers = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      byte[] request = kind.bytes(uri, i);
      threads.add(Thread.ofPlatform().start(() -> answers.addAndGet(ask(uri, request, end))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return answers.get();
  }

  private static long ask(URI uri, byte[] request, long end) {
    long answers = 0;
    try {
      while (System.nanoTime() < end) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
          socket.setTcpNoDelay(true);
          InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
          OutputStream out = socket.getOutputStream();
          boolean isKept = true;
          while (isKept && System.nanoTime() < end) {
            out.write(request);
            isKept = readAnswer(in);
            answers++;
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return answers;
  }

  /** Reads one answer with a length; returns whether the connection stays. */
  private static boolean readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200")) {
      throw new IllegalStateException("answered " + status);
    }
    int length = 0;
    boolean isKept = status.startsWith("HTTP/1.1");
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("connection:")) {
        isKept = !lower.contains("close");
      }
    }
    in.skipNBytes(length);
    return isKept;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended within an answer");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
