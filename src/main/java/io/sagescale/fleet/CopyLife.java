package io.sagescale.fleet;

import static io.sagescale.fleet.CopyState.CRASHED;
import static io.sagescale.fleet.CopyState.DRAINING;
import static io.sagescale.fleet.CopyState.IN_SERVICE;
import static io.sagescale.fleet.CopyState.STARTING;
import static io.sagescale.fleet.CopyState.STOPPED;

import java.util.Optional;

/** The life of a copy as a table of (state, event); a pair that is missing leaves the copy as it is. */
final class CopyLife {
  private CopyLife() {}

  /** The next state, or empty where the event means nothing in that state. */
  static Optional<CopyState> next(CopyState state, CopyEvent event) {
    return switch (state) {
      case WAITING -> switch (event) {
        case INSTANCE_READY -> Optional.of(STARTING);
        case DRAIN, STOP -> Optional.of(STOPPED);
        case HEALTHY, CRASH -> Optional.empty();
      };
      case STARTING -> switch (event) {
        case HEALTHY -> Optional.of(IN_SERVICE);
        case DRAIN, STOP -> Optional.of(STOPPED);
        case INSTANCE_READY, CRASH -> Optional.empty();
      };
      case IN_SERVICE -> switch (event) {
        case CRASH -> Optional.of(CRASHED);
        case DRAIN -> Optional.of(DRAINING);
        case STOP -> Optional.of(STOPPED);
        case INSTANCE_READY, HEALTHY -> Optional.empty();
      };
      case CRASHED -> switch (event) {
        case HEALTHY -> Optional.of(IN_SERVICE);
        case DRAIN, STOP -> Optional.of(STOPPED);
        case INSTANCE_READY, CRASH -> Optional.empty();
      };
      case DRAINING -> switch (event) {
        case STOP, CRASH -> Optional.of(STOPPED);
        case INSTANCE_READY, HEALTHY, DRAIN -> Optional.empty();
      };
      case STOPPED -> Optional.empty();
    };
  }
}
