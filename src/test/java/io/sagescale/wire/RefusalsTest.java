package io.sagescale.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a refusal looks like on the wire, in REST JSON and in CBOR. */
class RefusalsTest {
  @Test
  void restNamesTheErrorInAHeader() throws WireException {
    Call call = Codec.read(new HttpQuestion("POST", "/endpoints/e/invocations", Map.of(), new byte[0]));
    HttpAnswer answer = Codec.refuse(call, "ModelError", "it fell", 424, Map.of("OriginalStatusCode", 500));
    assertEquals(424, answer.status());
    assertEquals("ModelError", answer.headers().get("x-amzn-ErrorType"));
    assertEquals("application/json", answer.headers().get("Content-Type"));
    assertEquals("{\"Message\":\"it fell\",\"OriginalStatusCode\":500}", new String(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void cborNamesTheErrorInItsBody() throws Exception {
    HttpAnswer answer = Codec.refuse(cbor(Map.of()), "LimitExceededFault", "too many", 400, Map.of());
    assertEquals(400, answer.status());
    assertEquals("rpc-v2-cbor", answer.headers().get("smithy-protocol"));
    assertEquals("application/cbor", answer.headers().get("Content-Type"));
    assertNull(answer.headers().get("x-amzn-query-error"));
    assertEquals("{\"__type\":\"com.amazonaws.cloudwatch#LimitExceededFault\",\"message\":\"too many\"}",
        Documents.cbor(answer.body()).toString());
  }

  @Test
  void cborHasTheCodeOfQueryToo() throws WireException {
    Call call = cbor(Map.of("X-Amzn-Query-Mode", List.of("true")));
    assertEquals("LimitExceeded;Sender",
        Codec.refuse(call, "LimitExceededFault", "", 400, Map.of()).headers().get("x-amzn-query-error"));
    assertEquals("InternalServiceError;Receiver",
        Codec.refuse(call, "InternalServiceFault", "", 500, Map.of()).headers().get("x-amzn-query-error"));
  }

  private static Call cbor(Map<String, List<String>> headers) throws WireException {
    return Codec.read(
        new HttpQuestion("POST", "/service/GraniteServiceVersion20100801/operation/PutMetricAlarm", headers, new byte[0]));
  }
}
