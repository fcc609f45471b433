package io.sagescale.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** An SDK HTTP client that hands each request to a desk in the same process and keeps the last. */
final class Door implements SdkHttpClient {
  /** Answers a call. */
  interface Desk {
    HttpAnswer serve(Call call) throws WireException;
  }

  private final Desk desk;
  private HttpQuestion last;

  Door(Desk desk) {
    this.desk = desk;
  }

  HttpQuestion last() {
    return last;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        last = question(request);
        HttpAnswer answer;
        try {
          answer = desk.serve(Codec.read(last));
        } catch (WireException e) {
          answer = e.answer();
        }
        var http = SdkHttpFullResponse.builder().statusCode(answer.status());
        answer.headers().forEach(http::putHeader);
        http.putHeader("Content-Length", Integer.toString(answer.body().length));
        var body = AbortableInputStream.create(new ByteArrayInputStream(answer.body()));
        return HttpExecuteResponse.builder().response(http.build()).responseBody(body).build();
      }

      @Override
      public void abort() {}
    };
  }

  private static HttpQuestion question(HttpExecuteRequest request) {
    SdkHttpRequest http = request.httpRequest();
    try {
      byte[] body =
          request.contentStreamProvider().isEmpty()
              ? new byte[0]
              : request.contentStreamProvider().get().newStream().readAllBytes();
      String query = http.encodedQueryParameters().map(text -> "?" + text).orElse("");
      return new HttpQuestion(http.method().name(), http.encodedPath() + query, http.headers(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
