package io.sagescale.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.applicationautoscaling.model.GetPredictiveScalingForecastRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.GetPredictiveScalingForecastResponse;

/**
 * Application Auto Scaling for SageMaker's variants and inference components over one engine.
 *
 * <p>Other namespaces are refused where they would be registered and empty where they are asked for. Source: AAS API;
 * texts seen on AWS where the operations say so.
 */
public final class AutoScalingApi implements OperationGroup {
  private static final String SERVICE = "application-autoscaling";

  private final List<Operation<?, ?>> operations = new ArrayList<>();

  public AutoScalingApi() {
    TargetCards cards = new TargetCards();
    new TargetOperations(cards).addTo(this);
    new PolicyOperations(cards).addTo(this);
    new ScheduleOperations(cards).addTo(this);
    new ActivityOperations(cards).addTo(this);
    new TagOperations(cards).addTo(this);
    read("GetPredictiveScalingForecast", GetPredictiveScalingForecastRequest.class, AutoScalingApi::forecast);
  }

  @Override
  public List<Operation<?, ?>> operations() {
    return List.copyOf(operations);
  }

  <Q, R> void read(String name, Class<Q> request, BiFunction<Desk, Q, R> handler) {
    operations.add(Operation.read(SERVICE, name, request, handler));
  }

  <Q, R> void write(String name, Class<Q> request, BiFunction<Desk, Q, R> handler) {
    operations.add(Operation.write(SERVICE, name, request, handler));
  }

  /** Predictive scaling is for Amazon ECS alone. Source: AAS API; the text was seen for {@code PutScalingPolicy}. */
  private static GetPredictiveScalingForecastResponse forecast(Desk desk, GetPredictiveScalingForecastRequest question) {
    Constraint.check(question, AutoScalingTables.FORECAST);
    throw TargetNames.notAuthorized();
  }
}
