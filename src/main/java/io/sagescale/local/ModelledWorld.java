package io.sagescale.local;

import io.sagescale.simulate.Scenario;

/**
 * The world that a new engine models, as a scenario describes it.
 *
 * @param endpoint how endpoints that nobody describes are modelled
 * @param seed what models draw from
 */
public record ModelledWorld(Scenario.Setup endpoint, Scenario.Timings timings, long seed) {
  /** Of an engine for which nobody describes one. */
  static final ModelledWorld STANDARD =
      new ModelledWorld(ModelledSetup.standard(), Scenario.Timings.DEFAULT, LocalEngine.SEED);

  public static ModelledWorld of(Scenario scenario) {
    return new ModelledWorld(scenario.endpoint(), scenario.timings(), scenario.seed());
  }
}
