package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.Fact;
import io.sagescale.local.SoundRequests.Sound;
import io.sagescale.local.SpoiltRequests.Speech;
import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import io.sagescale.wire.Codec;
import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import io.sagescale.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt requests in every protocol through a whole engine, beside a twin that is sent only what the first one took: no answer is
 * the engine's own fault, all of them come, and what was refused left nothing behind.
 */
@Timeout(400)
class SpoiltRequestsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final long SEED = 20261124;

  /** Each value in each place, and random ones after these. */
  private static final int REQUESTS = 105_000;

  /** After so many, the twins are compared and new ones begin. */
  private static final int ROUNDS = 1_000;

  @TempDir Path state;
  private final List<String> said = new ArrayList<>();

  @Test
  void noneBreaksTheEngineAndNoneThatIsRefusedChangesIt() {
    SpoiltRequests requests = new SpoiltRequests(SEED);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int first = 0; first < REQUESTS; first += ROUNDS) {
      try (Twins twins = new Twins(EngineOptions.unkept(null, said::add))) {
        twins.play(requests, first, outcomes);
        twins.compare();
      }
    }
    assertTrue(requests.spots() < REQUESTS * 2 / 3, requests.spots() + " with each value in each place");
    assertTrue(Set.of("200", "400", "404", "424", "waits").containsAll(outcomes.keySet()), outcomes.toString());
    assertTrue(outcomes.get("200") + outcomes.get("waits") > REQUESTS / 10, outcomes.toString());
    assertTrue(outcomes.get("400") > REQUESTS / 4, outcomes.toString());
  }

  @Test
  void allThatWereTakenAreTakenAgainWhenTheStateIsOpened() {
    try (Twins twins = new Twins(EngineOptions.in(state, null, said::add))) {
      twins.play(new SpoiltRequests(SEED + 1), 0, new TreeMap<>());
      said.clear();
      twins.reopen();
      twins.compare();
      assertEquals(List.of(), said);
    }
  }

  /** Two engines at one time. */
  private static final class Twins implements AutoCloseable {
    private static final List<String> LOOKS = List.of("AnyScaleFrontendService.DescribeScalableTargets",
        "AnyScaleFrontendService.DescribeScalingPolicies", "AnyScaleFrontendService.DescribeScheduledActions",
        "AnyScaleFrontendService.DescribeScalingActivities", "SageMaker.ListModels", "SageMaker.ListEndpointConfigs",
        "SageMaker.ListEndpoints", "SageMaker.ListInferenceComponents", "GraniteServiceVersion20100801.DescribeAlarms",
        "GraniteServiceVersion20100801.DescribeAlarmHistory", "GraniteServiceVersion20100801.ListMetrics");

    private final EngineOptions kept;
    private final List<Fact> ofAll = new ArrayList<>();
    private final List<Fact> ofTaken = new ArrayList<>();
    private final LocalEngine all;
    private LocalEngine taken;
    private final List<Reply> replies = new ArrayList<>();
    private Instant now = NOON;

    /** @param kept of the one that is sent what the other took */
    Twins(EngineOptions kept) {
      this.kept = kept;
      this.all = LocalEngine.open(EngineOptions.unkept(null, said -> {}), now, Operations::all, ofAll::add);
      this.taken = LocalEngine.open(kept, now, Operations::all, ofTaken::add);
      furnish(Speech.JSON_1_1, SoundRequests.HOSTING);
      furnish(Speech.JSON_1_1, SoundRequests.SCALING);
      furnish(Speech.JSON_1_0, SoundRequests.WATCHING);
    }

    private void furnish(Speech speech, List<Sound> sounds) {
      for (Sound sound : sounds) {
        HttpQuestion question = SpoiltRequests.spoken(speech, sound);
        HttpAnswer answer = all.serve(question, now).all();
        assertEquals(200, answer.status(), () -> sound + " " + text(answer));
        taken.serve(question, now);
        if (sound.operation().matches("(Create|Update).*(Endpoint|Component|Capacities|Config)")) {
          pass(Duration.ofMinutes(15));
        }
      }
    }

    void play(SpoiltRequests requests, int first, Map<String, Integer> outcomes) {
      SplittableRandom pace = new SplittableRandom(first);
      for (int at = first; at < first + ROUNDS; at++) {
        pass(Duration.ofMillis(pace.nextInt(4_000)));
        HttpQuestion question = at < requests.spots() ? requests.spot(at)
            : requests.any(Speech.values()[at % Speech.values().length]);
        try {
          outcomes.merge(ask(question), 1, Integer::sum);
        } catch (RuntimeException | Error e) {
          throw new AssertionError("request " + at + ": " + text(question), e);
        }
      }
    }

    private void pass(Duration by) {
      now = now.plus(by);
      all.advanceTo(now);
      taken.advanceTo(now);
    }

    /** The status; {@code waits} when the answer comes later. */
    private String ask(HttpQuestion question) {
      Reply reply = all.serve(question, now);
      replies.add(reply);
      if (!reply.isOver()) {
        taken.serve(question, now);
        return "waits";
      }
      HttpAnswer answer = reply.all();
      if (isOfModel(answer) || (answer.status() == 200 && isWrite(question))) {
        taken.serve(question, now);
      } else {
        assertTrue(answer.status() < 500, () -> answer.status() + " " + text(answer));
      }
      assertEquals(ofTaken.size(), ofAll.size(), () -> answer.status() + " " + text(answer) + " left " + ofAll.getLast());
      return Integer.toString(answer.status());
    }

    /** Whether the request came as far as the model, which counts also those that it cannot take. */
    private static boolean isOfModel(HttpAnswer answer) {
      return answer.status() == 424 || text(answer).contains("has no capacity to process this request")
          || text(answer).contains("no instance of the endpoint is in service");
    }

    private static boolean isWrite(HttpQuestion question) {
      try {
        return !Codec.read(question).operation().matches("(Describe|List|Get).*");
      } catch (WireException e) {
        throw new AssertionError(e);
      }
    }

    /** What was taken is made again from the state. */
    void reopen() {
      List<Fact> before = List.copyOf(ofTaken);
      taken.close();
      ofTaken.clear();
      taken = LocalEngine.open(kept, now, Operations::all, ofTaken::add);
      assertEquals(before, ofTaken);
    }

    void compare() {
      pass(Duration.ofMinutes(10));
      replies.forEach(reply -> assertTrue(reply.isOver(), "an answer never comes"));
      assertEquals(ofTaken, ofAll);
      assertEquals(metrics(taken), metrics(all));
      for (String look : LOOKS) {
        assertEquals(look(taken, look), look(all, look), look);
      }
    }

    private List<String> metrics(LocalEngine engine) {
      List<String> lines = new ArrayList<>();
      for (MetricId id : engine.engine().metrics().ids()) {
        for (Statistic statistic : List.of(Statistic.SUM, Statistic.SAMPLE_COUNT, Statistic.MAXIMUM)) {
          lines.add(id + " " + statistic + engine.engine().metrics().points(
              id, statistic, Duration.ofMinutes(1), NOON.minus(Duration.ofDays(15)), now.plus(Duration.ofHours(3)), now));
        }
      }
      return lines;
    }

    private String look(LocalEngine engine, String look) {
      String json = look.startsWith("AnyScale") ? "{\"ServiceNamespace\":\"sagemaker\"}" : "{}";
      HttpAnswer answer = engine.serve(new HttpQuestion("POST", "/",
          Map.of("X-Amz-Target", List.of(look), "Content-Type", List.of("application/x-amz-json-1.1")),
          json.getBytes(StandardCharsets.UTF_8)), now).all();
      assertEquals(200, answer.status(), look);
      return text(answer);
    }

    private static String text(HttpAnswer answer) {
      return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String text(HttpQuestion question) {
      String whole = question.method() + " " + question.uri() + " " + question.headers() + " "
          + new String(question.body(), StandardCharsets.UTF_8);
      return whole.length() < 3_000 ? whole : whole.substring(0, 3_000) + "...";
    }

    @Override
    public void close() {
      all.close();
      taken.close();
    }
  }
}
