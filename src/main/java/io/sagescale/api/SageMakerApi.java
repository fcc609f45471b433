package io.sagescale.api;

import java.util.ArrayList;
import java.util.List;

/**
 * SageMaker's operations on models, endpoint configurations, endpoints, inference components and tags. Statuses are those of
 * the engine's fleet at the moment of the question.
 */
public final class SageMakerApi implements OperationGroup {
  static final String SERVICE = "sagemaker";

  private final SageMakerBook book = new SageMakerBook();

  @Override
  public List<Operation<?, ?>> operations() {
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(new ModelOperations(book).operations());
    operations.addAll(new EndpointConfigOperations(book).operations());
    operations.addAll(new EndpointOperations(book).operations());
    operations.addAll(new EndpointUpdates(book).operations());
    operations.addAll(new ComponentOperations(book).operations());
    operations.addAll(new SageMakerTagOperations(book).operations());
    return operations;
  }
}
