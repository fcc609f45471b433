package io.sagescale.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response, its body whole.
 *
 * @param status 200 to 599
 * @param headers in the order of sending, without {@code Content-Length} and {@code Date}
 * @param body not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Answers are not compared, and a body is not copied.
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  public HttpAnswer {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("HTTP status " + status);
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
