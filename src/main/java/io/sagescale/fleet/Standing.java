package io.sagescale.fleet;

/** Where a variant, a component or a whole endpoint stands. Source: SageMaker API, {@code EndpointStatus}. */
public enum Standing {
  /** Its first copies are on their way. */
  CREATING,
  /** It has the capacity that it should have. */
  IN_SERVICE,
  /** Copies come, go, or are replaced. */
  UPDATING,
  /** An update found no capacity and is taken back. */
  ROLLING_BACK,
  /** None of its first copies found a place. */
  FAILED,
  /** Its last copies and instances are on their way out. */
  DELETING;

  /** What can happen to it. */
  enum Event { CHANGE, SETTLED, ROLL_BACK, FAIL, DELETE }

  /** True while something is on its way that ends with {@link #IN_SERVICE}. */
  boolean isMoving() {
    return switch (this) {
      case CREATING, UPDATING, ROLLING_BACK -> true;
      case IN_SERVICE, FAILED, DELETING -> false;
    };
  }

  /** Where it stands after the event; the same where the event means nothing here. */
  Standing after(Event event) {
    return switch (this) {
      case CREATING -> switch (event) {
        case CHANGE, ROLL_BACK -> CREATING;
        case SETTLED -> IN_SERVICE;
        case FAIL -> FAILED;
        case DELETE -> DELETING;
      };
      case IN_SERVICE -> switch (event) {
        case CHANGE -> UPDATING;
        case SETTLED, ROLL_BACK, FAIL -> IN_SERVICE;
        case DELETE -> DELETING;
      };
      case UPDATING -> switch (event) {
        case CHANGE -> UPDATING;
        case SETTLED -> IN_SERVICE;
        case ROLL_BACK, FAIL -> ROLLING_BACK;
        case DELETE -> DELETING;
      };
      case ROLLING_BACK -> switch (event) {
        case CHANGE -> UPDATING;
        case SETTLED -> IN_SERVICE;
        case ROLL_BACK, FAIL -> ROLLING_BACK;
        case DELETE -> DELETING;
      };
      case FAILED -> switch (event) {
        case CHANGE -> UPDATING;
        case SETTLED, ROLL_BACK, FAIL -> FAILED;
        case DELETE -> DELETING;
      };
      case DELETING -> DELETING;
    };
  }
}
