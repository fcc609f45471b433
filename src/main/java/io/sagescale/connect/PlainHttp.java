package io.sagescale.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The SDK's HTTP client for addresses without TLS: it reads no certificates, which takes the SDK's own client a fifth of a
 * short command, and goes straight to the address, past any proxy.
 */
final class PlainHttp {
  /** Source: the SDK's default for connecting. */
  private static final int CONNECT_MILLIS = 2_000;

  /** Source: the SDK's default for an answer. */
  private static final int ANSWER_MILLIS = 30_000;

  private PlainHttp() {}

  static SdkHttpClient client() {
    return UrlConnectionHttpClient.create(PlainHttp::connection);
  }

  private static HttpURLConnection connection(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      connection.setInstanceFollowRedirects(false);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
