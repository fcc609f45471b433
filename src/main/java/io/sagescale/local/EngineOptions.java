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
 * @param isStrict true when targets must be resources that somebody created before, as on AWS
 * @param holder who opens the state, for others to read while they wait: {@code pid 4711, sagescale engine start}
 * @param patience how long to wait at most while another holds the state
 * @param said hears, a line at a time, what a person should know
 */
public record EngineOptions(
    @Nullable Path state, Account account, boolean isStrict, String holder, Duration patience, Consumer<String> said) {
  /** How long one command waits for another. Source: our choice, many times what a command takes. */
  public static final Duration WAIT = Duration.ofSeconds(10);

  public EngineOptions {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience " + patience);
    }
  }

  /** An engine in a folder, for the process that runs this. */
  public static EngineOptions in(Path state, Account account, Consumer<String> said) {
    return new EngineOptions(state, account, false, "pid " + ProcessHandle.current().pid(), WAIT, said);
  }

  /** An engine that ends with its process. */
  public static EngineOptions unkept(Account account, Consumer<String> said) {
    return new EngineOptions(null, account, false, "", WAIT, said);
  }

  public EngineOptions strict(boolean strict) {
    return new EngineOptions(state, account, strict, holder, patience, said);
  }

  public EngineOptions heldBy(String who) {
    return new EngineOptions(state, account, isStrict, who, patience, said);
  }

  public EngineOptions waiting(Duration atMost) {
    return new EngineOptions(state, account, isStrict, holder, atMost, said);
  }
}
