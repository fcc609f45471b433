package io.sagescale.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls that belong together and are made one after another; when one is refused, a person is told of those before it. */
final class Steps {
  private final EngineName engine;
  private final String goOn;
  private final List<String> done = new ArrayList<>();

  /** @param goOn how to finish or take back what is half done, as a sentence */
  Steps(EngineName engine, String goOn) {
    this.engine = engine;
    this.goOn = goOn;
  }

  /**
   * Makes a call.
   *
   * @param what is there once it is made, {@code config llama3-8b}
   */
  <T> T make(String what, Supplier<T> call) {
    try {
      T made = call.get();
      done.add(what);
      return made;
    } catch (SdkException refused) {
      if (done.isEmpty()) {
        throw refused;
      }
      throw Refusal.failed("done: " + String.join(", ", done) + "; not done: " + what + ", for "
          + AwsRefusal.of(refused, engine).getMessage(), goOn);
    }
  }
}
