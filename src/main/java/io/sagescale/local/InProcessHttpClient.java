package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The AWS SDK's transport without a network: each request goes through a {@link Door} of this process. */
public final class InProcessHttpClient implements SdkHttpClient {
  private final Door door;

  public InProcessHttpClient(Door door) {
    this.door = door;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(door.ask(question(request)));
      }

      @Override
      public void abort() {
        // an answer is there as soon as it is asked for
      }
    };
  }

  @Override
  public String clientName() {
    return "InProcess";
  }

  @Override
  public void close() {
    // the door belongs to whoever made it
  }

  private static HttpQuestion question(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest http = request.httpRequest();
    byte[] body = new byte[0];
    if (request.contentStreamProvider().isPresent()) {
      try (InputStream in = request.contentStreamProvider().get().newStream()) {
        body = in.readAllBytes();
      }
    }
    String query = http.encodedQueryParameters().map(text -> "?" + text).orElse("");
    String path = http.encodedPath().isEmpty() ? "/" : http.encodedPath();
    return new HttpQuestion(http.method().name(), path + query, http.headers(), body);
  }

  private static HttpExecuteResponse response(HttpAnswer answer) {
    SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder().statusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response.putHeader("Content-Length", Integer.toString(answer.body().length));
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
        .build();
  }
}
