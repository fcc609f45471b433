package io.sagescale.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More things than AWS shows on a page, and what time does to a target. */
class ManyThingsTest {
  private static EndpointScaling many(int policies, int schedules) {
    String steps = IntStream.range(0, policies).mapToObj(i -> """
            - name: a step policy with a long name, number %d
              step:
                adjustment: ChangeInCapacity
                when: {metric: ConcurrentRequestsPerModel, stat: Maximum, period: 10s, points: 3, atLeast: %d}
                steps: [{from: %d, add: 1}]
        """.formatted(i, 10 + i, 10 + i)).collect(Collectors.joining());
    String actions = IntStream.range(0, schedules).mapToObj(i ->
        "    - {name: schedule-%d, at: \"cron(%d %d ? * * *)\", capacity: {min: 1}}\n".formatted(i, i % 60, i % 24))
        .collect(Collectors.joining());
    return World.document("""
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: many}
        spec:
          target: {endpoint: llama, variant: AllTraffic, capacity: {min: 1, max: 4}}
          policies:
        %s  schedules:
        %s""".formatted(steps, actions));
  }

  @Test
  void everyPageIsRead() {
    try (World world = World.once()) {
      EndpointScaling document = many(23, 104);
      assertEquals(1 + 23 + 23 + 104, world.apply(document).stream().filter(PlanRunner.Result::isDone).count());
      assertTrue(world.plan(document).isClean());
      assertTrue(world.apply(many(2, 1)).stream().allMatch(PlanRunner.Result::isDone));
      TargetState left = world.observe(many(2, 1));
      assertEquals("2 2 1", left.policies().size() + " " + left.alarms().size() + " " + left.schedules().size());
      assertTrue(world.plan(many(2, 1)).isClean());
    }
  }

  @Test
  void boundsThatAScheduleMovedAreNoDriftAndStayMoved() {
    EndpointScaling office = World.policy("office-hours");
    try (World world = World.once()) {
      world.apply(office);
      world.advance(Duration.ofHours(2));
      assertEquals(CapacityRange.between(2, 4), range(world, office));
      Plan plan = world.plan(office);
      assertTrue(plan.isClean());
      assertEquals("the capacity is 2 to 4 at the moment, by a schedule", plan.parts().getFirst().notes().getFirst());
    }
  }

  private static CapacityRange range(World world, EndpointScaling document) {
    return Objects.requireNonNull(world.observe(document).registered()).target().range();
  }
}
