package io.sagescale.local;

import io.sagescale.api.Desk;
import io.sagescale.api.Invocation;
import io.sagescale.api.ModelAnswer;
import io.sagescale.api.Refusal;
import io.sagescale.api.RuntimeApi;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Fact;
import io.sagescale.model.Outcome;
import io.sagescale.simulate.RandomStream;
import io.sagescale.simulate.RandomStreams;
import io.sagescale.wire.Call;
import io.sagescale.wire.Codec;
import io.sagescale.wire.EventStreamWriter;
import io.sagescale.wire.Service;
import io.sagescale.wire.WireException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamRequest;

/** Requests for models: each goes into the engine with its draws, and is answered when the engine tells of its end. */
final class Invocations {
  private static final String WHOLE = "InvokeEndpoint";
  private static final String STREAM = "InvokeEndpointWithResponseStream";

  private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
  private final RandomStream draws;
  private long sent;

  private record Waiting(Call call, Invocation invocation, Desk desk, Reply reply) {
    String variant(int copy) {
      return RuntimeApi.variant(desk, invocation, copy);
    }

    void begin(int copy) {
      reply.begin(Codec.encodeStream(call, RuntimeApi.streamHead(variant(copy))));
    }

    void event(byte[] payload) {
      reply.add(EventStreamWriter.event("PayloadPart", payload));
    }
  }

  Invocations(long seed) {
    this.draws = RandomStreams.of(seed).stream("invocations");
  }

  /** Whether a call is a request for a model. */
  static boolean takes(Call call) {
    return call.service() == Service.SAGEMAKER_RUNTIME
        && (call.operation().equals(WHOLE) || call.operation().equals(STREAM));
  }

  /** @throws Refusal when it may not go to the engine */
  static Invocation admit(Desk desk, Call call) throws WireException {
    return call.operation().equals(WHOLE)
        ? RuntimeApi.admit(desk, Codec.decode(call, InvokeEndpointRequest.class))
        : RuntimeApi.admit(desk, Codec.decode(call, InvokeEndpointWithResponseStreamRequest.class));
  }

  /**
   * Sends a request into the engine; the reply is filled as its answer comes. On a clock that stands still or is slow that may be
   * too late for who waits, who is then answered as if the model had taken too long.
   */
  Reply send(Call call, Invocation invocation, Desk desk, Consumer<EngineEvent> engine) {
    Reply reply = new Reply(LocalEngine.refused(call, RuntimeApi.refusal(
        desk, invocation, Outcome.TIMED_OUT, RuntimeApi.variant(desk, invocation, -1))));
    waiting.put(-(sent + 1), new Waiting(call, invocation, desk, reply));
    resend(invocation, engine);
    return reply;
  }

  /** Sends a request whose sender is long gone. */
  void resend(Invocation invocation, Consumer<EngineEvent> engine) {
    sent++;
    engine.accept(new EngineEvent.RequestArrived(invocation.destination(), invocation.inputTokens(),
        invocation.outputTokens(), invocation.isStreaming(), draws.nextDouble(), draws.nextDouble(), -sent));
  }

  void told(Fact fact) {
    if (fact instanceof Fact.FirstTokenLeft first) {
      firstToken(first);
    } else if (fact instanceof Fact.RequestEnded ended && ended.tag() < 0) {
      Waiting one = waiting.remove(ended.tag());
      if (one != null) {
        ended(one, ended);
      }
    }
  }

  /** Nobody is answered any more: who still waits is told. */
  void end() {
    List<Waiting> left = new ArrayList<>(waiting.values());
    waiting.clear();
    for (Waiting one : left) {
      failed(one, RuntimeApi.stopped());
    }
  }

  private void firstToken(Fact.FirstTokenLeft first) {
    @Nullable Waiting one = waiting.get(first.tag());
    if (one != null && one.invocation().isStreaming()) {
      one.begin(first.copy());
      one.event(ModelAnswer.token(0));
    }
  }

  private static void ended(Waiting one, Fact.RequestEnded ended) {
    String variant = one.variant(ended.copy());
    if (ended.outcome() != Outcome.COMPLETED) {
      failed(one, RuntimeApi.refusal(one.desk(), one.invocation(), ended.outcome(), variant));
    } else if (one.invocation().isStreaming()) {
      rest(one, ended.copy());
    } else {
      one.reply().whole(Codec.encode(one.call(), RuntimeApi.answer(one.invocation(), variant)));
    }
  }

  private static void rest(Waiting one, int copy) {
    if (!one.reply().isBegun()) {
      one.begin(copy);
      one.event(ModelAnswer.token(0));
    }
    for (byte[] group : ModelAnswer.tokensAfterFirst(one.invocation().outputTokens())) {
      one.event(group);
    }
    one.reply().end();
  }

  private static void failed(Waiting one, Refusal refusal) {
    if (one.reply().isBegun()) {
      one.reply().add(EventStreamWriter.exception("ModelStreamError", RuntimeApi.midStream(refusal)));
      one.reply().end();
    } else {
      one.reply().whole(LocalEngine.refused(one.call(), refusal));
    }
  }
}
