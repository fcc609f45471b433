package io.sagescale.api;

import java.util.LinkedHashMap;

/** The refusals of CloudWatch, under the names of its error shapes. Source: CloudWatch API reference, common errors. */
final class CloudWatchRefusal {
  /** The code of requests that break a constraint. Source: seen on AWS; it has no shape of its own. */
  static final String VALIDATION = "ValidationError";

  static final String INVALID_NEXT_TOKEN = "InvalidNextToken";

  private CloudWatchRefusal() {}

  static Refusal validation(String message) {
    return Refusal.of(VALIDATION, message);
  }

  static Refusal invalidValue(String message) {
    return Refusal.of("InvalidParameterValueException", message);
  }

  static Refusal invalidCombination(String message) {
    return Refusal.of("InvalidParameterCombinationException", message);
  }

  /** Source: seen on AWS, for pairs of members of one structure. */
  static Refusal exclusive(String one, String other) {
    return invalidCombination(
        "The parameters %s and %s are mutually exclusive and you have specified both.".formatted(one, other));
  }

  static Refusal missing(String message) {
    return Refusal.of("MissingRequiredParameterException", message);
  }

  static Refusal limit(String message) {
    return Refusal.of("LimitExceededFault", message);
  }

  /** Unverified: AWS's text. */
  static Refusal noAlarm(String name) {
    return new Refusal("ResourceNotFound", "There is no alarm named " + name + ".", 404, new LinkedHashMap<>());
  }

  /** Unverified: AWS's text. */
  static Refusal noResource(String arn) {
    return new Refusal("ResourceNotFoundException", "There is no resource " + arn + ".", 404, new LinkedHashMap<>());
  }
}
