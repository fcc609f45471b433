package io.sagescale.wire;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it arrived, its body whole.
 *
 * @param method e.g. {@code POST}
 * @param uri path and query, e.g. {@code /?Action=ListMetrics}
 * @param headers sorted by name; upper and lower case are the same
 * @param body bytes as sent, still compressed where {@code Content-Encoding} says so; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Questions are not compared, and a body is not copied.
public record HttpQuestion(String method, String uri, Map<String, List<String>> headers, byte[] body) {
  public HttpQuestion {
    var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(sorted);
  }

  /** The first value of a header. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }

  /** The path; the SDK leaves it empty where it means {@code /}. */
  String path() {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    return path.isEmpty() ? "/" : path;
  }

  String query() {
    int query = uri.indexOf('?');
    return query < 0 ? "" : uri.substring(query + 1);
  }
}
