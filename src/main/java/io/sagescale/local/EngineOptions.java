package io.sagescale.local;

import io.sagescale.api.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a local engine is set up.
 *
 * @param state folder that keeps the engine; null for an engine that ends with its process
 * @param account for whom the engine answers; null for whom the state was made for, and {@link Account#DEFAULT} without one
 * @param isStrict true when targets must be resources that somebody created before, as on AWS
 * @param holder who opens the state, for others to read while they wait: {@code pid 4711, sagescale engine start}
 * @param patience how long to wait at most while another holds the state
 * @param said hears, a line at a time, what a person should know
 * @param world what a new engine models, and an engine of this state must model; null for any, a standard one when it is new
 */
public record EngineOptions(
    @Nullable Path state, @Nullable Account account, boolean isStrict, String holder, Duration patience, Consumer<String> said,
    @Nullable ModelledWorld world) {
  /** How long one command waits for another. Source: our choice, many times what a command takes. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  public EngineOptions {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience " + patience);
    }
  }

  /**
   * An engine in a folder, for the process that runs this.
   *
   * @param region null for the region that the state was made for
   */
  public static EngineOptions in(Path state, @Nullable String region, Consumer<String> said) {
    return new EngineOptions(
        state, account(region), false, "pid " + ProcessHandle.current().pid(), PATIENCE, said, null);
  }

  /** An engine that ends with its process. */
  public static EngineOptions unkept(@Nullable String region, Consumer<String> said) {
    return new EngineOptions(null, account(region), false, "", PATIENCE, said, null);
  }

  private static @Nullable Account account(@Nullable String region) {
    return region == null ? null : new Account(region, Account.DEFAULT.id());
  }

  public EngineOptions strict(boolean strict) {
    return new EngineOptions(state, account, strict, holder, patience, said, world);
  }

  public EngineOptions heldBy(String who) {
    return new EngineOptions(state, account, isStrict, who, patience, said, world);
  }

  public EngineOptions waiting(Duration atMost) {
    return new EngineOptions(state, account, isStrict, holder, atMost, said, world);
  }

  /** Models what a scenario describes. */
  public EngineOptions modelling(ModelledWorld other) {
    return new EngineOptions(state, account, isStrict, holder, patience, said, other);
  }
}
