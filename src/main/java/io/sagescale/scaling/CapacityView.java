package io.sagescale.scaling;

/**
 * What the target service tells about a resource's capacity.
 *
 * @param desired instances or copies asked for, 0 or more
 * @param running instances or copies in service
 * @param isScalable false while the service refuses a change, as SageMaker does while an endpoint is {@code Updating}
 */
public record CapacityView(int desired, int running, boolean isScalable) {

  public CapacityView {
    if (desired < 0 || running < 0) {
      throw new IllegalArgumentException("capacity " + running + " of " + desired);
    }
  }
}
