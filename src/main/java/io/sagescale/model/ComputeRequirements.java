package io.sagescale.model;

/** What one copy of a component reserves on an instance. Source: SageMaker API, {@code ComputeResourceRequirements}. */
public record ComputeRequirements(int accelerators, double cpus, int memoryMb) {
  public ComputeRequirements {
    Check.that(accelerators >= 0 && cpus >= 0 && memoryMb >= 0,
        "compute requirements %s, %s, %s", accelerators, cpus, memoryMb);
  }
}
