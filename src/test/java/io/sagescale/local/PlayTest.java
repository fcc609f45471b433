package io.sagescale.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.EngineEvent;
import io.sagescale.fleet.Capacity;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.TraceProblem;
import io.sagescale.simulate.Traffic;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic that an engine plays: for whom, in which world, and only when it is kept. */
class PlayTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ResourceId.Variant BLUE = new ResourceId.Variant("llama", "Blue");
  private static final ResourceId.Component IC = new ResourceId.Component("ic");

  @TempDir Path state;
  private final List<String> said = new ArrayList<>();

  @Test
  void aVariantOfAnyNameIsModelled() {
    try (LocalEngine engine = open(null)) {
      engine.play(steady(), BLUE);
      assertEquals(1, engine.engine().fleet().capacity(BLUE).running());
    }
    assertEquals(List.of("nobody created llama/Blue: it is modelled with 1 of ml.g5.2xlarge in service"
        + " ('engine start --strict' refuses instead)"), said);
  }

  @Test
  void aComponentThatSomebodyCreatedGetsTheTrafficWhereItIs() {
    try (LocalEngine engine = open(null)) {
      ResourceId.Variant host = new ResourceId.Variant("mine", "AllTraffic");
      engine.tell(new EngineEvent.CreateEndpoint(new EndpointSpec("mine", List.of(new VariantSpec("AllTraffic",
          "ml.g5.2xlarge", 1, 1, RoutingStrategy.RANDOM, null, true))), EngineEvent.Begin.IN_SERVICE));
      engine.tell(new EngineEvent.CreateComponent(
          new ComponentSpec("ic", host, new ComputeRequirements(1, 1, 1024), 1), EngineEvent.Begin.IN_SERVICE));
      engine.play(steady(), IC);
      engine.advanceTo(NOON.plusSeconds(30));
      assertFalse(engine.engine().hasEndpoint("ic-endpoint"));
      assertTrue(engine.engine().inFlight() > 0, "requests are on their way to it");
    }
    assertEquals(List.of(), said);
  }

  @Test
  void whatCannotBeReadDoesNotPlayAndIsNotKept() {
    Traffic.Bytes broken = file("TIMESTAMP,ContextTokens,GeneratedTokens\n2026-03-02 12:00:00,5,5\n2026-03-02 12:00:01,5,many\n");
    List<Traffic> traffic = List.of(new Traffic(new Traffic.Source.Trace(broken), 1, 1, false));
    try (LocalEngine engine = open(null)) {
      TraceProblem problem = assertThrows(TraceProblem.class, () -> engine.play(traffic, BLUE));
      assertEquals(3, problem.line());
      assertFalse(engine.engine().hasEndpoint("llama"));
    }
    try (LocalEngine again = open(null)) {
      assertFalse(again.engine().hasEndpoint("llama"));
    }
  }

  @Test
  void whatCannotBeKeptDoesNotPlay() {
    LocalEngine engine = open(null);
    Thread.currentThread().interrupt(); // closes the file under the state
    try {
      assertThrows(StateProblem.class, () -> engine.play(steady(), BLUE));
    } finally {
      Thread.interrupted();
    }
    assertFalse(engine.engine().hasEndpoint("llama"));
    engine.close();
  }

  @Test
  void aStateGoesOnInTheWorldThatItBeganIn() {
    ModelledWorld big = world(3, "ml.g5.12xlarge", 7);
    try (LocalEngine engine = open(big)) {
      engine.play(steady(), IC);
    }
    for (ModelledWorld asked : new ModelledWorld[] {null, big}) {
      try (LocalEngine engine = open(asked)) {
        Capacity capacity = engine.engine().fleet().capacity(IC);
        assertEquals(3, capacity.running());
        assertEquals("ml.g5.12xlarge", engine.engine().fleet().specOf(engine.engine().fleet().hostOf(IC)).instanceType());
        engine.reset(NOON);
        engine.play(steady(), IC);
        assertEquals(3, engine.engine().fleet().capacity(IC).running());
      }
    }
  }

  @Test
  void aScenarioOfAnotherWorldIsRefused() {
    open(null).close();
    StateProblem problem = assertThrows(StateProblem.class, () -> open(world(1, "ml.g5.2xlarge", 7)));
    assertEquals(StateProblem.Kind.OTHER_WORLD, problem.kind());
    assertTrue(problem.getMessage().contains("began in another world than the scenario's"), problem.getMessage());
    open(null).close();
  }

  private LocalEngine open(ModelledWorld world) {
    EngineOptions options = EngineOptions.in(state, null, said::add);
    return LocalEngine.open(world == null ? options : options.modelling(world), NOON);
  }

  private static ModelledWorld world(int copies, String type, long seed) {
    Scenario.Setup standard = ModelledSetup.standard();
    return new ModelledWorld(new Scenario.Setup(copies, type, standard.profile(), standard.startup(), standard.routing(),
        new Scenario.Hosting(1, 0, 2, true, Duration.ofMinutes(5), 1, 4, 16_384), 20, 1, List.of(), null),
        Scenario.Timings.DEFAULT, seed);
  }

  private static List<Traffic> steady() {
    return List.of(new Traffic(new Traffic.Source.Synthetic(List.of(new Traffic.Segment(Duration.ofMinutes(5), 1, 1)),
        Traffic.Arrivals.EVEN, new Traffic.Lengths.Fixed(550, 150)), 1, 1, false));
  }

  private static Traffic.Bytes file(String content) {
    return new Traffic.Bytes() {
      @Override
      public String name() {
        return "t.csv";
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
      }
    };
  }
}
