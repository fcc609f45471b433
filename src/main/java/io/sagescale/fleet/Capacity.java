package io.sagescale.fleet;

/**
 * The capacity of one resource.
 *
 * @param running copies that SageMaker counts as in service
 * @param isScalable false while an update of the endpoint or component runs
 */
public record Capacity(int desired, int running, int instances, boolean isScalable) {}
