package io.sagescale.simulate;

import io.sagescale.engine.Agenda;
import io.sagescale.engine.Effect;
import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Fact;
import io.sagescale.engine.Inbox;
import io.sagescale.engine.Rank;
import io.sagescale.engine.World;
import java.util.function.Consumer;

/** Runs an engine and its world in virtual time: jumps from one due event to the next. */
final class VirtualDriver implements Inbox {
  /** Something of the world's own that is due; it may post. */
  interface Wake {
    void at(long nowNanos);
  }

  /** What is told after every event. */
  interface Watcher {
    void after(Engine engine, long nowNanos);
  }

  private final Agenda<Object> agenda = new Agenda<>();
  private final Engine engine;
  private final Consumer<Fact> facts;
  private final Consumer<Effect> performer = this::perform;
  private World world = (order, now) -> {};
  private long nowNanos;
  private long events;

  VirtualDriver(Engine engine, long startNanos, Consumer<Fact> facts) {
    this.engine = engine;
    this.nowNanos = startNanos;
    this.facts = facts;
  }

  void with(World performing) {
    world = performing;
  }

  @Override
  public void post(EngineEvent event) {
    engine.handle(event);
  }

  @Override
  public void postAt(long atNanos, EngineEvent event) {
    agenda.add(atNanos, event.rank(), event);
  }

  void wakeAt(long atNanos, Rank rank, Wake wake) {
    agenda.add(atNanos, rank, wake);
  }

  /** The run proper starts here: what came before is not counted. */
  void beginAt(long startNanos) {
    moveTo(startNanos);
    events = 0;
  }

  /** Nothing is due before that time, which it now is. */
  void moveTo(long nanos) {
    nowNanos = nanos;
    engine.advanceTo(nanos);
  }

  long nowNanos() {
    return nowNanos;
  }

  long events() {
    return events;
  }

  long nextNanos() {
    return agenda.nextNanos();
  }

  /** Takes what the engine was just told to its end. */
  void settle() {
    engine.outbox().drain(performer);
  }

  /** Performs the next due thing; there must be one. */
  void step() {
    long at = agenda.nextNanos();
    Object due = agenda.poll();
    nowNanos = at;
    engine.advanceTo(at);
    events++;
    if (due instanceof Wake wake) {
      wake.at(at);
    } else {
      engine.handle((EngineEvent) due);
    }
    engine.outbox().drain(performer);
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Order order -> world.perform(order, nowNanos);
      case Effect.WakeAt wake -> agenda.add(wake.atNanos(), wake.event().rank(), wake.event());
      case Fact fact -> facts.accept(fact);
    }
  }
}
