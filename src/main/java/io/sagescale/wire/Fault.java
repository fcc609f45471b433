package io.sagescale.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error answer before it has a protocol.
 *
 * @param code the name of the error's shape in the service's model, e.g. {@code ObjectNotFoundException}
 * @param message empty if there is nothing to say
 * @param status 400 to 599; from 500 on the service is to blame, not the sender
 * @param members the error's modelled members beside its message, by their names on the wire
 */
record Fault(String code, String message, int status, Map<String, Object> members) {
  Fault {
    if (code.isEmpty() || status < 400 || status > 599) {
      throw new IllegalArgumentException("error code '" + code + "', status " + status);
    }
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  static Fault unreadable(String message) {
    return new Fault("SerializationException", message, 400, Collections.emptyMap());
  }

  boolean isSenders() {
    return status < 500;
  }
}
