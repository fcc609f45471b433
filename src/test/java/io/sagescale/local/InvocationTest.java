package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.Fact;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Requests for models: in flight while the model is at work, answered when the engine says so. */
@Timeout(60)
class InvocationTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ResourceId.Variant LLAMA = new ResourceId.Variant("llama", "AllTraffic");
  private static final ResourceId.Component IC = new ResourceId.Component("ic");

  @TempDir Path state;
  private final List<String> said = new ArrayList<>();
  private final List<Fact.RequestEnded> ended = new ArrayList<>();

  @Test
  void answerComesWhenTimeHasPassed() throws Exception {
    try (Doorway doorway = Doorway.Kind.LOOPBACK.open(state)) {
      doorway.look(it -> modelled(it, LLAMA));
      SageMakerRuntimeClient client = doorway.runtime();
      CompletableFuture<InvokeEndpointResponse> asked = CompletableFuture.supplyAsync(() -> client.invokeEndpoint(
          q -> q.endpointName("llama").body(SdkBytes.fromUtf8String("{\"inputs\":\"hi\",\"parameters\":{\"max_new_tokens\":20}}"))));
      untilInFlight(doorway, 1);
      assertFalse(asked.isDone());
      doorway.advance(Duration.ofSeconds(30));
      InvokeEndpointResponse answer = asked.get(20, TimeUnit.SECONDS);
      assertEquals("AllTraffic", answer.invokedProductionVariant());
      assertEquals("application/json", answer.contentType());
      assertTrue(answer.body().asUtf8String().contains("\"generated_tokens\": 20"), answer.body().asUtf8String());
      assertEquals(0L, doorway.look(it -> it.engine().inFlight()).longValue());
    }
  }

  @Test
  void modelThatTakesOverAMinuteIsAModelError() throws Exception {
    try (Doorway doorway = Doorway.Kind.LOOPBACK.open(state)) {
      doorway.look(it -> modelled(it, LLAMA));
      SageMakerRuntimeClient client = doorway.runtime();
      CompletableFuture<ModelErrorException> asked = CompletableFuture.supplyAsync(
          () -> assertThrows(ModelErrorException.class, () -> client.invokeEndpoint(
              q -> q.endpointName("llama").body(SdkBytes.fromUtf8String("{\"max_tokens\": 100000}")))));
      untilInFlight(doorway, 1);
      doorway.advance(Duration.ofSeconds(61));
      ModelErrorException error = asked.get(20, TimeUnit.SECONDS);
      assertEquals(424, error.statusCode());
      assertEquals(0, error.originalStatusCode());
      assertTrue(error.getMessage().startsWith("Received server error (0) from AllTraffic"), error.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "nobody | '' | ''         | 400 | Endpoint nobody of account 123456789012 not found.",
      "a b%C3%A4 | '' | ''      | 400 | Endpoint a b\u00e4 of account 123456789012 not found.",
      "llama  | '' | Other      | 400 | Variant Other of endpoint llama of account 123456789012 not found.",
      "llama  | '' | a/b        | 400 | Variant a/b of endpoint llama of account 123456789012 not found.",
      "llama  | ic | ''         | 400 | Inference Component ic of endpoint llama not found.",
      "ic-endpoint | '' | ''    | 400 | Inference Component Name header is required for endpoints to which you plan",
  })
  void isRefusedAtOnce(String endpoint, String component, String variant, int status, String text) {
    try (LocalEngine engine = engine()) {
      modelled(engine, LLAMA);
      modelled(engine, IC);
      HttpAnswer answer = engine.serve(question(endpoint, "", component, variant, "{}"), NOON).all();
      assertEquals(status, answer.status());
      assertEquals("ValidationError", answer.headers().get("x-amzn-ErrorType"));
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      assertTrue(body.startsWith("{\"Message\":\"" + text), body);
    }
  }

  @Test
  void variantAndComponentAreHonoured() {
    try (LocalEngine engine = engine()) {
      modelled(engine, LLAMA);
      modelled(engine, IC);
      Reply toVariant = engine.serve(question("llama", "", "", "AllTraffic", "{}"), NOON);
      Reply toComponent = engine.serve(question("ic-endpoint", "", "ic", "", "{}"), NOON);
      assertEquals(2, engine.engine().inFlight());
      engine.advanceTo(NOON.plusSeconds(30));
      assertEquals(200, toVariant.all().status());
      assertEquals("AllTraffic", toComponent.all().headers().get("x-Amzn-Invoked-Production-Variant"));
    }
  }

  @Test
  void streamStartsWithItsFirstTokenAndEndsWithItsLast() throws Exception {
    try (LocalEngine engine = engine()) {
      modelled(engine, LLAMA);
      Reply reply = engine.serve(question("llama", "-response-stream", "", "", "{\"max_tokens\": 40}"), NOON);
      while (!reply.isBegun()) {
        engine.advanceTo(engine.nextDue());
      }
      assertFalse(reply.isOver());
      Instant first = engine.engine().now();
      engine.advanceTo(NOON.plusSeconds(30));
      assertTrue(ended.getFirst().endedNanos() > first.toEpochMilli() * 1_000_000);
      HttpAnswer answer = reply.all();
      assertEquals("application/vnd.amazon.eventstream", answer.headers().get("Content-Type"));
      assertEquals(40, tokens(answer.body()));
    }
  }

  @Test
  void whoWaitsIsToldWhenTheEngineEnds() {
    LocalEngine engine = engine();
    modelled(engine, LLAMA);
    Reply reply = engine.serve(question("llama", "", "", "", "{}"), NOON);
    engine.close();
    assertEquals(503, reply.all().status());
  }

  @Test
  void openedAgainTheSameRequestsHaveTheSameEnd() {
    EngineOptions kept = EngineOptions.in(state, null, said::add);
    try (LocalEngine engine = LocalEngine.open(kept, NOON, Operations::all, this::note)) {
      engine.serve(register("llama"), NOON);
      for (int i = 0; i < 20; i++) {
        engine.serve(question("llama", i % 2 == 0 ? "" : "-response-stream", "", "", "{\"max_tokens\": " + (10 + i) + "}"),
            NOON.plusMillis(i * 70));
      }
      engine.advanceTo(NOON.plusSeconds(60));
    }
    List<Fact.RequestEnded> before = List.copyOf(ended);
    ended.clear();
    LocalEngine.open(kept, NOON.plusSeconds(60), Operations::all, this::note).close();
    assertEquals(20, before.size());
    assertTrue(before.stream().allMatch(it -> it.outcome() == Outcome.COMPLETED));
    assertEquals(before, ended);
  }

  @Test
  void insideTheProcessTheCallerWaitsAsTimeGoesBy() {
    InstantSource hasty = new InstantSource() {
      private Instant now = NOON;

      @Override
      public Instant instant() {
        now = now.plusMillis(500);
        return now;
      }
    };
    LocalEngine engine = engine();
    modelled(engine, LLAMA);
    try (DirectDoor door = new DirectDoor(engine, hasty)) {
      assertEquals(200, door.ask(question("llama", "", "", "", "{}")).status());
    }
  }

  private void note(Fact fact) {
    if (fact instanceof Fact.RequestEnded one) {
      ended.add(one);
    }
  }

  private LocalEngine engine() {
    return LocalEngine.open(EngineOptions.unkept(null, said::add), NOON, Operations::all, this::note);
  }

  private static LocalEngine modelled(LocalEngine engine, ResourceId resource) {
    engine.model(resource, 1);
    return engine;
  }

  private static void untilInFlight(Doorway doorway, long count) {
    while (doorway.look(it -> it.engine().inFlight()) != count) {
      Thread.onSpinWait();
    }
  }

  private static HttpQuestion question(String endpoint, String way, String component, String variant, String body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (!component.isEmpty()) {
      headers.put("X-Amzn-SageMaker-Inference-Component", List.of(component));
    }
    if (!variant.isEmpty()) {
      headers.put("X-Amzn-SageMaker-Target-Variant", List.of(variant));
    }
    return new HttpQuestion("POST", "/endpoints/" + endpoint.replace(" ", "%20") + "/invocations" + way, headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpQuestion register(String endpoint) {
    return new HttpQuestion("POST", "/", Map.of("Content-Type", List.of("application/x-amz-json-1.1"),
        "X-Amz-Target", List.of("AnyScaleFrontendService.RegisterScalableTarget")),
        ("{\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"endpoint/" + endpoint + "/variant/AllTraffic\","
            + "\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\",\"MinCapacity\":1,\"MaxCapacity\":4}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static int tokens(byte[] stream) throws Exception {
    List<Message> messages = new ArrayList<>();
    new MessageDecoder(messages::add).feed(new ByteArrayInputStream(stream).readAllBytes());
    int tokens = 0;
    for (Message message : messages) {
      assertEquals("PayloadPart", message.getHeaders().get(":event-type").getString());
      tokens += (int) new String(message.getPayload(), StandardCharsets.UTF_8).lines().count();
    }
    return tokens;
  }
}
