package io.sagescale.local;

import io.sagescale.api.Account;
import io.sagescale.api.Desk;
import io.sagescale.api.Invocation;
import io.sagescale.api.Operation;
import io.sagescale.api.OperationGroup;
import io.sagescale.api.OperationTable;
import io.sagescale.api.Refusal;
import io.sagescale.engine.Destination;
import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Fact;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.ModelledService;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Traffic;
import io.sagescale.simulate.Workloads;
import io.sagescale.wire.Call;
import io.sagescale.wire.Codec;
import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import io.sagescale.wire.WireException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The scaling engine behind AWS's API: requests in, answers out, at the instants its owner says. Not for several threads.
 *
 * <p>With a state folder it is the engine that was there when the folder was last used, advanced in virtual time over all
 * that was due since. A write call is in the folder before its answer leaves {@link #serve}.
 */
public final class LocalEngine implements Desk, AutoCloseable {
  private final EngineOptions options;
  private final Supplier<List<OperationGroup>> groups;
  private final Consumer<Fact> facts;
  private final @Nullable EngineStore store;
  private EngineStore.Origin origin;
  private ModelledService service;
  private OperationTable operations;
  private Invocations invocations;
  private boolean isReplaying;
  private boolean isPlaying;

  private LocalEngine(
      EngineOptions options, Supplier<List<OperationGroup>> groups, Consumer<Fact> facts, @Nullable EngineStore store,
      EngineStore.Origin origin) {
    this.options = options;
    this.groups = groups;
    this.facts = facts;
    this.store = store;
    this.origin = origin;
    this.invocations = new Invocations(origin.world().seed());
    this.service = begin(origin);
    this.operations = OperationTable.of(groups.get());
  }

  /**
   * Opens the engine of a state folder, or begins one.
   *
   * @param now the time of day; an engine that is further on already stays there
   * @throws StateProblem when the folder cannot be used
   */
  public static LocalEngine open(EngineOptions options, Instant now) {
    return open(options, now, Operations::all, fact -> {});
  }

  /** As {@link #open(EngineOptions, Instant)}, over given operations, and with a listener for all that happens. */
  static LocalEngine open(
      EngineOptions options, Instant now, Supplier<List<OperationGroup>> groups, Consumer<Fact> facts) {
    Account account = options.account();
    ModelledWorld world = options.world();
    EngineStore.Origin fresh = new EngineStore.Origin(
        now, world == null ? ModelledWorld.STANDARD : world, account == null ? Account.DEFAULT : account);
    if (options.state() == null) {
      return new LocalEngine(options, groups, facts, null, fresh);
    }
    EngineStore store = EngineStore.open(
        options.state(), fresh, options.holder(), options.patience(), options.said());
    try {
      if (world != null && !world.equals(store.origin().world())) {
        throw StateProblems.otherWorld(options.state());
      }
      LocalEngine engine = new LocalEngine(options, groups, facts, store, store.origin());
      if (account != null && !account.equals(engine.account())) {
        options.said().accept("the state in %s is of %s, account %s, and answers as that"
            .formatted(options.state(), engine.account().region(), engine.account().id()));
      }
      engine.replay(store);
      engine.advanceTo(now);
      return engine;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** What models draw from. Source: our choice; one seed for all, so that the same commands give the same picture. */
  static final long SEED = 1;

  /**
   * Takes a request at an instant, which is then the engine's time; an earlier one is taken as the engine's time. Most are
   * answered at once; what a model is asked is answered once the engine has been advanced that far.
   *
   * @throws StateProblem when a write call cannot be kept
   */
  public Reply serve(HttpQuestion question, Instant now) {
    advanceTo(now);
    Reply reply = answer(question);
    flush();
    return reply;
  }

  /** Takes a question now; what it changed is safe only after {@link #flush}. */
  Reply answer(HttpQuestion question) {
    return answered(question).reply();
  }

  /** As {@link #answer}, with what was asked. */
  Answered answered(HttpQuestion question) {
    Instant at = engine().now();
    try {
      Call call = Codec.read(question);
      String name = call.service().endpoint() + "." + call.operation();
      if (Invocations.takes(call)) {
        return new Answered(at, invoke(call), name, true);
      }
      Optional<Operation<?, ?>> operation = operations.find(call.service().endpoint(), call.operation());
      return operation.isEmpty() ? new Answered(at, Reply.of(Codec.refuseUnknown(call)), name, false)
          : new Answered(at, Reply.of(perform(call, operation.get(), question)), name, true);
    } catch (WireException e) {
      return Answered.unread(at, e.answer());
    }
  }

  /** A model answers later, or the request is refused now. */
  private Reply invoke(Call call) throws WireException {
    Invocation invocation;
    try {
      invocation = Invocations.admit(this, call);
    } catch (Refusal refusal) {
      return Reply.of(refused(call, refusal));
    }
    append(new LogEntry.Invoked(service.engine().now(), invocation));
    return invocations.send(call, invocation, this, service::tell);
  }

  static HttpAnswer refused(Call call, Refusal refusal) {
    return Codec.refuse(call, refusal.code(), refusal.getMessage(), refusal.status(), refusal.members());
  }

  /** Performs all that is due up to then. */
  public void advanceTo(Instant now) {
    service.advanceTo(now);
  }

  /** Moves time on by hand: it stays there when the state is opened again. */
  void moveTo(Instant now) {
    advanceTo(now);
    append(new LogEntry.Moved(service.engine().now()));
  }

  /**
   * Plays traffic from now on, also when the state is opened again, for a resource that is modelled where nobody created it.
   * Nothing plays that the state does not keep.
   *
   * @throws io.sagescale.simulate.TraceProblem when the traffic cannot be read
   * @throws StateProblem when it cannot be kept
   */
  public void play(List<Traffic> traffic, ResourceId resource) {
    Workloads.read(traffic);
    LogEntry.Played played = new LogEntry.Played(engine().now(), traffic, resource);
    append(played);
    flush();
    begin(played);
  }

  private void begin(LogEntry.Played played) {
    ResourceId resource = played.resource();
    if (!isThere(resource)) {
      create(resource, setup().copies());
    }
    service.play(played.traffic(), switch (resource) {
      case ResourceId.Variant variant -> Destination.endpoint(variant.endpoint());
      case ResourceId.Component component -> new Destination(engine().fleet().hostOf(component).endpoint(), component);
    });
    isPlaying = true;
  }

  private boolean isThere(ResourceId resource) {
    return switch (resource) {
      case ResourceId.Variant variant -> engine().hasEndpoint(variant.endpoint());
      case ResourceId.Component component -> engine().fleet().components().contains(component);
    };
  }

  /** Plays traffic unless this engine already does; true when it began. */
  boolean playOnce(EngineServer.Play play) {
    if (isPlaying) {
      say("the state already plays traffic, which goes on; 'sagescale engine reset --yes' begins anew");
      return false;
    }
    play(play.traffic(), play.resource());
    return true;
  }

  /** Forgets everything and begins anew. */
  public void reset(Instant now) {
    origin = new EngineStore.Origin(now, origin.world(), origin.account());
    if (store != null) {
      store.reset(origin);
    }
    invocations.end();
    invocations = new Invocations(origin.world().seed());
    service.close();
    service = begin(origin);
    isPlaying = false;
    operations = OperationTable.of(groups.get());
  }

  /** Says in the state where this engine is served, for others to find it. */
  void servedAt(URI address) {
    if (store != null) {
      store.servedBy(options.holder() + EngineControl.AT + address);
    }
  }

  /** Answers all who wait for a model: the engine stops. */
  void hangUp() {
    invocations.end();
  }

  void flush() {
    if (store != null) {
      store.flush();
    }
  }

  /** When something is due next. */
  Instant nextDue() {
    return service.nextDue();
  }

  Instant createdAt() {
    return origin.createdAt();
  }

  @Override
  public Engine engine() {
    return service.engine();
  }

  @Override
  public void tell(EngineEvent.Control event) {
    service.tell(event);
  }

  @Override
  public Account account() {
    return origin.account();
  }

  /** Calls that were taken once are taken again: strictness is a matter of new ones. */
  @Override
  public boolean isStrict() {
    return options.isStrict() && !isReplaying;
  }

  /** More than the account may have is left to be asked for, and refused, as of any other endpoint. */
  @Override
  public boolean isReplaying() {
    return isReplaying;
  }

  @Override
  public void model(ResourceId resource, int copies) {
    create(resource, Math.clamp(copies, 1, setup().quota()));
  }

  private void create(ResourceId resource, int copies) {
    ModelledSetup.creation(resource, copies, setup(), engine()::hasEndpoint).forEach(service::tell);
    say("nobody created %s: it is modelled with %d of %s in service ('engine start --strict' refuses instead)"
        .formatted(resource.shortName(), copies, setup().instanceType()));
  }

  private Scenario.Setup setup() {
    return origin.world().endpoint();
  }

  @Override
  public void close() {
    invocations.end();
    service.close();
    if (store != null) {
      store.close();
    }
  }

  private ModelledService begin(EngineStore.Origin from) {
    return new ModelledService(
        from.world().endpoint(), from.world().timings(), from.world().seed(), from.createdAt(), this::told);
  }

  private void told(Fact fact) {
    invocations.told(fact);
    facts.accept(fact);
  }

  private <Q, R> HttpAnswer perform(Call call, Operation<Q, R> operation, HttpQuestion question) throws WireException {
    Q request = Codec.decode(call, operation.request());
    HttpAnswer answer;
    try {
      answer = Codec.encode(call, operation.answer(this, request));
    } catch (Refusal refusal) {
      return refused(call, refusal);
    }
    if (operation.isWrite()) {
      append(new LogEntry.Called(service.engine().now(), question));
    }
    return answer;
  }

  private void append(LogEntry entry) {
    if (store != null && !isReplaying) {
      store.append(entry);
    }
  }

  private void replay(EngineStore from) {
    isReplaying = true;
    from.forEach(entry -> {
      advanceTo(entry.at());
      switch (entry) {
        case LogEntry.Called called -> again(called);
        case LogEntry.Played played -> begin(played);
        case LogEntry.Invoked invoked -> invocations.resend(invoked.invocation(), service::tell);
        case LogEntry.Moved moved -> {
          // the time is all there is to it
        }
      }
    });
    isReplaying = false;
  }

  private void again(LogEntry.Called called) {
    if (answer(called.question()).all().status() >= 300) {
      options.said().accept("a call of " + called.at() + " that was taken then is refused now and left out: "
          + called.question().header("x-amz-target"));
    }
  }

  private void say(String line) {
    if (!isReplaying) {
      options.said().accept(line);
    }
  }
}
