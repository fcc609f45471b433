package io.sagescale.simulate;

import io.sagescale.engine.Destination;
import io.sagescale.engine.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays the traffic of a scenario: the open loops as one, each closed loop with its users. */
final class TrafficPlayer implements AutoCloseable {
  private final List<ClosedLoopUsers> closedLoops = new ArrayList<>();
  private final @Nullable OpenLoop openLoop;
  private final VirtualDriver driver;

  /** @throws TraceProblem when the traffic cannot be read */
  TrafficPlayer(
      List<Traffic> traffic, Destination destination, VirtualDriver driver, long seed, long startNanos,
      Runnable arrived) {
    this.driver = driver;
    RandomStreams streams = RandomStreams.of(seed);
    long firstTag = 1;
    boolean hasOpen = false;
    for (int i = 0; i < traffic.size(); i++) {
      if (traffic.get(i).source() instanceof Traffic.Source.ClosedLoop loop) {
        ClosedLoopUsers users = new ClosedLoopUsers(traffic.get(i), loop, destination, driver, arrived,
            Workloads.streamsOf(streams, i), firstTag, startNanos);
        firstTag = users.tagsEnd();
        closedLoops.add(users);
      } else {
        hasOpen = true;
      }
    }
    this.openLoop = hasOpen
        ? new OpenLoop(Workloads.open(traffic, streams), destination, driver, arrived, startNanos) : null;
  }

  /** True once nobody will send again. */
  boolean isOver() {
    if (openLoop != null && openLoop.hasMore()) {
      return false;
    }
    for (ClosedLoopUsers users : closedLoops) {
      if (users.isSending(driver.nowNanos())) {
        return false;
      }
    }
    return true;
  }

  void told(Fact fact) {
    if (fact instanceof Fact.RequestEnded ended && ended.tag() != 0) {
      for (ClosedLoopUsers users : closedLoops) {
        if (users.owns(ended.tag())) {
          users.answered(ended.tag(), ended.outcome(), ended.endedNanos());
        }
      }
    }
  }

  @Override
  public void close() {
    if (openLoop != null) {
      openLoop.close();
    }
  }
}
