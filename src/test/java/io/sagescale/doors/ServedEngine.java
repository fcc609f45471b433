package io.sagescale.doors;

import io.sagescale.local.EngineClock;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.InProcessHttpClient;
import io.sagescale.local.LocalEngine;
import io.sagescale.local.LoopbackServer;
import io.sagescale.local.RealTimeDriver;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An engine on a manual clock that begins at {@link Contract#START}, behind both of its doors. */
final class ServedEngine implements AutoCloseable {
  final List<String> said = new ArrayList<>();

  private final RealTimeDriver driver;
  private final LoopbackServer server;

  ServedEngine() throws IOException {
    driver = RealTimeDriver.start(
        LocalEngine.open(EngineOptions.unkept(null, said::add), Contract.START), EngineClock.manual());
    server = LoopbackServer.open(driver, 0, "manual", "none", () -> {}, said::add);
  }

  URI uri() {
    return server.uri();
  }

  InProcessHttpClient inProcess() {
    return new InProcessHttpClient(driver);
  }

  void advance(Duration by) {
    driver.advance(by);
  }

  void reset() {
    driver.reset();
  }

  @Override
  public void close() {
    server.close();
    driver.close();
  }
}
