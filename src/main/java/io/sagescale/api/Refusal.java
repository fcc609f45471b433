package io.sagescale.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An operation that the service refuses, in AWS's words; the caller's answer is made of it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int status;
  private final transient Map<String, Object> members;

  /**
   * @param code AWS's name of the error shape, such as {@code ValidationException}
   * @param status HTTP status, 400 to 599
   * @param members further members of the error shape, in order
   */
  public Refusal(String code, String message, int status, Map<String, Object> members) {
    super(message, null, false, false);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status " + status + " of a refusal");
    }
    this.code = code;
    this.status = status;
    this.members = new LinkedHashMap<>(members);
  }

  /** A refusal with status 400 and no further members. */
  public static Refusal of(String code, String message) {
    return new Refusal(code, message, 400, Collections.emptyMap());
  }

  /** The commonest refusal: the request is not valid. */
  public static Refusal invalid(String message) {
    return of("ValidationException", message);
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  /** In order; empty for most errors. */
  public Map<String, Object> members() {
    return new LinkedHashMap<>(members);
  }

  /** AWS's text, never absent. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
