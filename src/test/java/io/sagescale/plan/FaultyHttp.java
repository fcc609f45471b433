package io.sagescale.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A way to an engine on which one call of many goes wrong, in a way of the test's choice. */
final class FaultyHttp implements SdkHttpClient {
  /** How a call goes wrong. */
  enum Fault {
    /** Answered with too many requests, not done. */
    THROTTLED,
    /** Refused for good, not done. */
    DENIED,
    /** Done, and the answer never comes. */
    LOST,
    /** The process ends before the call leaves it. */
    KILLED_BEFORE,
    /** The process ends after the call was done. */
    KILLED_AFTER
  }

  /** The end of the process: nothing of ours runs after it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final SdkHttpClient way;
  private Fault fault = Fault.THROTTLED;
  private int untilFault = -1;

  FaultyHttp(SdkHttpClient way) {
    this.way = way;
  }

  /** The call after so many others goes wrong, once. */
  void failAfter(int calls, Fault how) {
    untilFault = calls;
    fault = how;
  }

  /** Whether the call that was to go wrong was made. */
  boolean hasFailed() {
    return untilFault < 0;
  }

  void heal() {
    untilFault = -1;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest call = way.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return untilFault < 0 || untilFault-- > 0 ? call.call() : failed(call, request);
      }

      @Override
      public void abort() {
        call.abort();
      }
    };
  }

  private HttpExecuteResponse failed(ExecutableHttpRequest call, HttpExecuteRequest request) throws IOException {
    return switch (fault) {
      case THROTTLED -> refusal(request, "ThrottlingException", "Rate exceeded");
      case DENIED -> refusal(request, "AccessDeniedException", "User is not authorized to perform this");
      case LOST -> {
        call.call();
        throw new SocketTimeoutException("Read timed out");
      }
      case KILLED_BEFORE -> throw new Killed();
      case KILLED_AFTER -> {
        call.call();
        throw new Killed();
      }
    };
  }

  /** In the protocol of the request: JSON, or what CloudWatch's client speaks, CBOR or XML as of old. */
  private static HttpExecuteResponse refusal(HttpExecuteRequest request, String code, String message) throws IOException {
    String asked = request.httpRequest().firstMatchingHeader("Content-Type").orElse("");
    Map<String, String> fields = Map.of("__type", code, "message", message);
    if (asked.contains("cbor")) {
      return response("application/cbor", new ObjectMapper(new CBORFactory()).writeValueAsBytes(fields));
    }
    if (asked.contains("form")) {
      return response("text/xml", ("<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
          + "</Message></Error><RequestId>1</RequestId></ErrorResponse>").getBytes(StandardCharsets.UTF_8));
    }
    return response("application/x-amz-json-1.1", new ObjectMapper().writeValueAsBytes(fields));
  }

  private static HttpExecuteResponse response(String type, byte[] body) {
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(400).putHeader("Content-Type", type)
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("smithy-protocol", "rpc-v2-cbor").build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body))).build();
  }

  @Override
  public void close() {
    way.close();
  }
}
