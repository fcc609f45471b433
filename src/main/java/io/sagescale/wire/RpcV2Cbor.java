package io.sagescale.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Smithy's RPC v2 with CBOR: one CBOR map each way, the operation in the path. Source: Smithy, RPC v2 CBOR protocol. */
record RpcV2Cbor() implements Protocol {
  private static final int EPOCH_SECONDS = 1;
  private static final GeneratorSink.Dialect DIALECT = new Wire();

  /** Times are tagged seconds since the epoch, whatever format the member has elsewhere. */
  private static final class Wire implements GeneratorSink.Dialect {
    @Override
    public void instant(JsonGenerator out, Instant value, @Nullable Format format) throws IOException {
      ((CBORGenerator) out).writeTag(EPOCH_SECONDS);
      out.writeNumber(value.toEpochMilli() / 1000.0);
    }

    @Override
    public void real(JsonGenerator out, double value) throws IOException {
      out.writeNumber(value);
    }
  }

  @Override
  public Item input(Call call) throws Unreadable {
    byte[] body = call.body().bytes();
    return new NodeItem(body.length == 0 ? JsonNodeFactory.instance.objectNode() : Documents.cbor(body));
  }

  @Override
  public HttpAnswer answer(Call call, SdkPojo output) {
    byte[] body =
        Documents.write(
            Documents.CBOR, out -> PojoWriter.value("", output, null, new GeneratorSink(out, DIALECT)));
    return new HttpAnswer(200, headers(call), body);
  }

  @Override
  public HttpAnswer refusal(Call call, Fault fault) {
    var headers = headers(call);
    QueryCodes.putHeader(headers, call, fault);
    Map<String, Object> members = QueryCodes.members(call, fault);
    byte[] body =
        Documents.write(
            Documents.CBOR, out -> PojoWriter.value("", members, null, new GeneratorSink(out, DIALECT)));
    return new HttpAnswer(fault.status(), headers, body);
  }

  @Override
  public HttpAnswer unknownOperation(Call call) {
    return refusal(call, new Fault("UnknownOperationException", "", 404, Collections.emptyMap()));
  }

  private static Map<String, String> headers(Call call) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amzn-RequestId", call.requestId());
    headers.put("smithy-protocol", "rpc-v2-cbor");
    headers.put("Content-Type", "application/cbor");
    return headers;
  }
}
