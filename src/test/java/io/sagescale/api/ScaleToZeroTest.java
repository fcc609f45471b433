package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.Comparison;
import io.sagescale.model.MissingData;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The way to zero and back: target tracking takes the last copy away, SageMaker the last instance; a refused request raises
 * the alarm whose step policy brings both back. Source: SageMaker developer guide, scaling an endpoint to zero instances.
 */
final class ScaleToZeroTest {

  private static Hosting scaledToZero() {
    Hosting hosting = Hosting.forComponents();
    hosting.ask(Hosting.component("ic", 1));
    hosting.minutes(10);
    hosting.desk.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(Hosting.COMPONENT, CapacityRange.between(0, 4), Suspension.NONE)));
    hosting.desk.tell(new EngineEvent.PutPolicy(Hosting.COMPONENT, new TargetTrackingPolicy("track",
        new TrackedMetric.Predefined(PredefinedMetric.COMPONENT_CONCURRENT_REQUESTS_PER_COPY), 5, null, null, false)));
    hosting.desk.tell(new EngineEvent.PutPolicy(Hosting.COMPONENT, new StepScalingPolicy("wake",
        AdjustmentType.CHANGE_IN_CAPACITY, List.of(new StepAdjustment(0.0, null, 1)), Duration.ofSeconds(60),
        StepScalingPolicy.Aggregation.MAXIMUM, null)));
    hosting.desk.tell(new EngineEvent.PutAlarm(new AlarmRule("wake-alarm",
        new AlarmInput.Metric(
            SageMakerMetrics.of(SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES, Hosting.COMPONENT), Statistic.MAXIMUM,
            Duration.ofSeconds(30)),
        new AlarmCondition(Comparison.GREATER_OR_EQUAL, 1, 1, 1, MissingData.MISSING),
        AlarmActions.onAlarm(new AlarmAction.Scale(Hosting.COMPONENT, "wake")), null)));
    return hosting;
  }

  @Test
  void anIdleComponentGoesToZeroAndItsInstanceAfterIt() {
    Hosting hosting = scaledToZero();
    // some nine idle minutes have passed since the copy began to serve; the alarm wants fifteen
    hosting.minutes(5);
    assertEquals("InService 1/1", hosting.component("ic"));
    hosting.minutes(3);
    assertEquals("InService 0/0", hosting.component("ic"));
    assertEquals("InService AllTraffic 1/1", hosting.endpoint());
    hosting.minutes(10);
    assertEquals("InService AllTraffic 0/0", hosting.endpoint());
  }

  @Test
  void aRefusedRequestBringsACopyAndAnInstanceBack() {
    Hosting hosting = scaledToZero();
    hosting.minutes(40);
    hosting.desk.request("ep", Hosting.COMPONENT);
    assertEquals("InService 0/0", hosting.component("ic"));
    hosting.minutes(1);
    assertEquals("Updating 0/1", hosting.component("ic"));
    assertEquals("InService AllTraffic 0/1", hosting.endpoint());
    hosting.minutes(5);
    assertEquals("InService 1/1", hosting.component("ic"));
    assertEquals("InService AllTraffic 1/1", hosting.endpoint());
  }
}
