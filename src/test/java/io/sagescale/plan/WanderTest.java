package io.sagescale.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.EndpointScaling;
import io.sagescale.plan.FaultyHttp.Fault;
import io.sagescale.plan.FaultyHttp.Killed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

/** The law of apply over drawn documents: whatever was there before, and wherever a run was cut off, the file is what is there then. */
class WanderTest {
  private static final int SEEDS = 20;
  private static final int DOCUMENTS = 5;
  private static final List<String> NAMES = List.of("a", "b", "c", "a name that is marked by its hash");
  private static final List<String> METRICS = List.of("ConcurrentRequestsPerModel", "InvocationsPerInstance",
      "{namespace: Ours, name: Queue, stat: Average}");

  @Test
  void everyDocumentFollowsEveryOther() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      try (World world = World.once()) {
        for (int i = 0; i < DOCUMENTS; i++) {
          EndpointScaling document = World.document(text(random));
          String where = "seed " + seed + ", document " + i + ": " + document;
          cutOff(world, document, random);
          List<PlanRunner.Result> results = world.apply(document);
          assertTrue(results.stream().allMatch(PlanRunner.Result::isDone), where + results);
          assertEquals(List.of(), world.plan(document).changes(), where);
          assertEquals(document.policies().size(), world.observe(document).policies().size(), where);
        }
      }
    }
  }

  private static void cutOff(World world, EndpointScaling document, Random random) {
    world.http.failAfter(random.nextInt(25), Fault.values()[random.nextInt(Fault.values().length)]);
    try {
      world.apply(document);
    } catch (SdkException | Killed end) {
      // looking failed, or the process ended
    }
    world.http.heal();
  }

  private static String text(Random random) {
    int min = random.nextInt(3);
    StringBuilder text = new StringBuilder("""
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: drawn}
        spec:
          target: {endpoint: llama, variant: AllTraffic, capacity: {min: %d, max: %d}, suspend: [%s]}
          policies:
        """.formatted(min, min + 1 + random.nextInt(4), random.nextBoolean() ? "in" : ""));
    List<String> metrics = new ArrayList<>(METRICS);
    Collections.shuffle(metrics, random);
    for (String name : drawn(NAMES, random)) {
      text.append(!metrics.isEmpty() && random.nextBoolean()
          ? "    - {name: %s, track: {metric: %s, target: %d}}\n".formatted(name, metrics.removeFirst(), 1 + random.nextInt(9))
          : step(name, random));
    }
    text.append("  schedules:\n");
    drawn(NAMES, random).forEach(name -> text.append(
        "    - {name: %s, at: \"rate(%d hours)\", capacity: {min: %d}}\n".formatted(name, 1 + random.nextInt(9), random.nextInt(3))));
    return text.toString();
  }

  /** The alarm has its usual name, or one of its own. */
  private static String step(String name, Random random) {
    int from = 5 + random.nextInt(20);
    return """
            - name: %s
              step:
                adjustment: ChangeInCapacity
                when: {metric: ConcurrentRequestsPerModel, stat: Maximum, period: 10s, points: 3, atLeast: %d%s}
                steps: [{from: %d, add: %d}]
        """.formatted(name, from, random.nextBoolean() ? "" : ", name: alarm of " + name, from, 1 + random.nextInt(3));
  }

  /** Some of the names, one at least. */
  private static List<String> drawn(List<String> names, Random random) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(names.size()));
  }
}
