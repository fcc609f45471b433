package io.sagescale.cli;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.plan.Observer;
import io.sagescale.plan.Ownership;
import io.sagescale.plan.Plan;
import io.sagescale.plan.Planner;
import io.sagescale.plan.TargetState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What is asked of an engine for a plan, several targets at a time where the engine allows it. */
final class Planning {
  /** Source: our choice: far below AWS's limits of calls a second, and a region of 100 targets is read in seconds. */
  private static final int TARGETS_AT_ONCE = 4;

  private final Surroundings around;
  private final Clients clients;
  private final boolean isLocal;

  Planning(Surroundings around, Clients clients, EngineName engine) {
    this.around = around;
    this.clients = clients;
    this.isLocal = engine.engine().equals("local");
  }

  /** Which world it is: the engine and the region. */
  String where(EngineName engine) {
    var configuration = clients.scaling().serviceClientConfiguration();
    return engine.engine() + (configuration == null ? "" : " " + configuration.region());
  }

  Plan plan(List<EndpointScaling> documents, Ownership ownership, boolean isPruning) {
    if (!isPruning) {
      return Planner.plan(documents, observed(documents), ownership);
    }
    Map<ResourceId, TargetState> world = new LinkedHashMap<>();
    Observer.all(clients).forEach(state -> world.put(state.resource(), state));
    observed(documents).forEach(state -> world.put(state.resource(), state));
    return Planner.planAndPrune(documents, List.copyOf(world.values()), ownership);
  }

  Plan destruction(List<EndpointScaling> documents, Ownership ownership) {
    return Planner.destroy(documents, observed(documents), ownership);
  }

  private List<TargetState> observed(List<EndpointScaling> documents) {
    return each(documents, document ->
        Observer.observe(clients, document.target().resource(), alarmNames(document)));
  }

  private static List<String> alarmNames(EndpointScaling document) {
    return document.policies().stream().map(EndpointScaling.PolicySpec::alarm).filter(Objects::nonNull)
        .map(AlarmRule::name).toList();
  }

  /** The answers in the order of the questions. The engine inside this process hears one thread alone. */
  <Q, A> List<A> each(List<Q> questions, Function<Q, A> ask) {
    if (isLocal || questions.size() < 2) {
      return questions.stream().map(ask).toList();
    }
    clients.scaling();
    clients.cloudWatch();
    List<Callable<A>> tasks = new ArrayList<>();
    questions.forEach(question -> tasks.add(() -> ask.apply(question)));
    return around.workers().all(tasks, TARGETS_AT_ONCE, done -> { });
  }
}
