package io.sagescale.fleet;

import java.util.ArrayList;
import java.util.List;

/** What is to be done since the last take, in order. */
final class Orders {
  private List<FleetOrder> waiting = new ArrayList<>();

  void add(FleetOrder order) {
    waiting.add(order);
  }

  List<FleetOrder> take() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<FleetOrder> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }
}
