package io.sagescale.local;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a loopback server lets in: programs, and no page of another origin. A page could otherwise reach the server through a
 * name that it lets point to this machine, or send requests whose answers it cannot read but that change something.
 */
final class Visitors {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private Visitors() {}

  /** Why the request is turned away; null when it may come in. */
  static @Nullable String refusal(Headers headers) {
    String host = headers.getFirst("Host");
    if (host == null || !isLoopback(host)) {
      return "this engine answers on loopback only, and the Host header names " + host;
    }
    String origin = headers.getFirst("Origin");
    if (origin != null && !isOurs(origin, host)) {
      return "pages of another origin get nothing here";
    }
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null && (site.equals("cross-site") || site.equals("same-site"))) {
      return "pages of another site get nothing here";
    }
    return null;
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
    return LOOPBACK.contains(name) || name.endsWith(".localhost");
  }

  private static boolean isOurs(String origin, String host) {
    try {
      return host.equalsIgnoreCase(new URI(origin).getAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
