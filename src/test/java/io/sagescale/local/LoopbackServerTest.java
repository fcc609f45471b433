package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as a stranger sees it on the wire: who is let in, what is answered, and what moves the clock. */
class LoopbackServerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final List<String> said = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private RealTimeDriver driver;
  private LoopbackServer server;

  @BeforeEach
  void open() throws IOException {
    driver = RealTimeDriver.start(LocalEngine.open(EngineOptions.unkept(null, said::add), NOON), EngineClock.manual());
    server = LoopbackServer.open(driver, 0, "manual", "none", stopped::countDown, said::add);
  }

  @AfterEach
  void close() {
    server.close();
    driver.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      localhost:PORT      |                          |              | 200 | a program
      127.0.0.1:PORT      |                          |              | 200 | a program
      [::1]:PORT          |                          |              | 200 | a program
      LOCALHOST           |                          |              | 200 | names have no case
      sagemaker.localhost |                          |              | 200 | always this machine
      127.0.0.1:PORT      | http://127.0.0.1:PORT    | same-origin  | 200 | a page of ours
      127.0.0.1:PORT      |                          | none         | 200 | typed into a browser
      evil.example        |                          |              | 403 | a name that points here
      127.0.0.1.evil.com  |                          |              | 403 | a name that points here
      127.0.0.1:PORT      | https://evil.example     |              | 403 | a page of another origin
      127.0.0.1:PORT      | http://127.0.0.1:1       |              | 403 | a page of another port
      127.0.0.1:PORT      | null                     |              | 403 | a page without origin
      127.0.0.1:PORT      |                          | cross-site   | 403 | an image on a page elsewhere
      127.0.0.1:PORT      |                          | same-site    | 403 | an image on a page of another port
      """)
  void letsProgramsInAndNoPageOfOthers(String host, String origin, String site, int status, String why)
      throws IOException {
    StringBuilder request = new StringBuilder("GET /health HTTP/1.1\r\nHost: " + here(host) + "\r\n");
    if (origin != null) {
      request.append("Origin: ").append(here(origin)).append("\r\n");
    }
    if (site != null) {
      request.append("Sec-Fetch-Site: ").append(site).append("\r\n");
    }
    String answer = send(request + "Connection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), () -> why + ": " + answer);
    assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("access-control"), answer);
  }

  @Test
  void clockIsMovedByHand() throws IOException, EngineControl.Refused {
    EngineControl control = EngineControl.at(server.uri());
    assertEquals(NOON.plusSeconds(10), control.advance(Duration.ofSeconds(10)));
    assertTrue(control.status().contains("now: 2026-03-02T12:00:10Z\nclock: manual\n"), control.status());
    assertTrue(control.statusJson().contains("\"now\":\"2026-03-02T12:00:10Z\",\"clock\":\"manual\""),
        control.statusJson());
  }

  @Test
  void resetBeginsAnewAtTheSameTime() throws IOException, EngineControl.Refused {
    EngineControl control = EngineControl.at(server.uri());
    control.advance(Duration.ofMinutes(1));
    control.reset();
    assertTrue(control.status().contains("createdAt: 2026-03-02T12:01:00Z\nnow: 2026-03-02T12:01:00Z\n"));
  }

  @Test
  void stopIsPassedOn() throws IOException, EngineControl.Refused, InterruptedException {
    EngineControl.at(server.uri()).stop();
    stopped.await();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GET  | /_sagescale/advance?by=PT1S | 405
      GET  | /_sagescale/reset           | 405
      GET  | /_sagescale/stop            | 405
      POST | /_sagescale/advance         | 400
      POST | /_sagescale/advance?by=soon | 400
      POST | /_sagescale/advance?by=-PT1S| 400
      GET  | /_sagescale/else            | 404
      """)
  void controlsSayWhatIsWrong(String method, String path, int status) throws IOException {
    String answer = send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertEquals(NOON, driver.onLoop(it -> it.engine().now()));
  }

  @Test
  void longestBodyIsRefused() throws IOException {
    int length = LoopbackServer.LONGEST_BODY + 1;
    String answer = send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length));
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
  }

  @Test
  void silentConnectionsHoldNobodyUp() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket("127.0.0.1", server.uri().getPort());
        socket.getOutputStream().write("POST / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.UTF_8));
        silent.add(socket);
      }
      String answer = send("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void takenPortIsToldAtOnce() {
    assertThrows(BindException.class,
        () -> LoopbackServer.open(driver, server.uri().getPort(), "", "", () -> {}, said::add));
  }

  @Test
  void refusalsComeWithTheirStatus() {
    EngineControl.Refused refused = assertThrows(EngineControl.Refused.class,
        () -> EngineControl.at(URI.create(server.uri() + "/")).advance(Duration.ofDays(-1)));
    assertEquals(400, refused.status());
  }

  private String here(String text) {
    return text.replace("PORT", Integer.toString(server.uri().getPort()));
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        // answered before all was sent
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try (InputStream in = socket.getInputStream()) {
        for (int b = in.read(); b >= 0; b = in.read()) {
          answer.write(b);
        }
      } catch (IOException e) {
        // closed by the server; what came is the answer
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
