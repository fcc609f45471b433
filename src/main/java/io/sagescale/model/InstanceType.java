package io.sagescale.model;

/**
 * An instance type's size and its price in one region at one date.
 *
 * @param usdPerHour on-demand price of SageMaker hosting
 */
public record InstanceType(
    String name, int vcpus, int memoryMb, int accelerators, double usdPerHour) {
  public InstanceType {
    Check.named("instance type", name);
    Check.that(usdPerHour >= 0 && Double.isFinite(usdPerHour), "price %s", usdPerHour);
  }

  /** True for the families that SageMaker refuses to register for scaling. Source: SageMaker developer guide. */
  public static boolean isBurstable(String name) {
    return name.matches("ml\\.t\\d.*");
  }
}
