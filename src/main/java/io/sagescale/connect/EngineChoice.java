package io.sagescale.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which engine a command talks to. */
public sealed interface EngineChoice {

  /** AWS itself. */
  record Aws() implements EngineChoice {}

  /** The engine inside this process, kept in a folder. */
  record Local(Path state) implements EngineChoice {}

  /** An engine at an address: ours, or anything that speaks AWS's protocols. */
  record Url(URI address) implements EngineChoice {
    /** Whether what is said there can be read on the way: the scheme is {@code http}. */
    boolean isPlain() {
      return "http".equals(address.getScheme());
    }
  }

  /**
   * Reads {@code aws}, {@code local}, or an address such as {@code http://127.0.0.1:4599}.
   *
   * @param state folder of the local engine
   * @throws ConnectionProblem when it is none of these
   */
  static EngineChoice parse(String text, Path state) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "aws" -> new Aws();
      case "local" -> new Local(state);
      default -> new Url(address(text.strip()));
    };
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      String scheme = address.getScheme();
      if (scheme != null && address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw unknown(text, e);
    }
    throw unknown(text, null);
  }

  private static ConnectionProblem unknown(String text, @Nullable Throwable e) {
    return new ConnectionProblem(ConnectionProblem.Kind.UNKNOWN_ENGINE, "no engine is called '" + text + "'",
        "Say --engine aws, --engine local, or a URL such as http://127.0.0.1:4599.", e);
  }
}
