package io.sagescale.model;

/** An inference component as configured: a model that runs in copies on the instances of one variant. */
public record ComponentSpec(
    String name, ResourceId.Variant host, ComputeRequirements perCopy, int copyCount) {
  public ComponentSpec {
    Check.named("component", name);
    Check.that(copyCount >= 0, "copy count %s", copyCount);
  }
}
