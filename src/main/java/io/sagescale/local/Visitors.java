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

  /**
   * Why the request is turned away; null when it may come in.
   *
   * @param served the address that the server listens on; one that is not loopback may also be called by its name, or by
   *     any address in digits, which nobody can let point elsewhere
   */
  static @Nullable String refusal(Headers headers, String served) {
    String host = headers.getFirst("Host");
    if (host == null || !isLoopback(host) && !isServed(host, served)) {
      return "this engine does not answer to the name in the Host header, " + host;
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

  private static boolean isServed(String host, String served) {
    boolean isOpen = !LOOPBACK.contains(served) && !served.equals("::1");
    String name = name(host);
    return isOpen && (name.equals(served.toLowerCase(Locale.ROOT)) || name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]"));
  }

  private static String name(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
  }

  private static boolean isLoopback(String host) {
    String name = name(host);
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
