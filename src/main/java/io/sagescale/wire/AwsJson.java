package io.sagescale.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * AWS JSON: one JSON object each way, the operation in a header. Source: Smithy, AWS JSON 1.0 and 1.1 protocols.
 *
 * @param version {@code 1.0} or {@code 1.1}
 */
record AwsJson(String version) implements Protocol {
  private static final GeneratorSink.Dialect DIALECT = new Wire();

  /** Times are seconds since the epoch; what is not a number is a word. */
  private static final class Wire implements GeneratorSink.Dialect {
    @Override
    public void instant(JsonGenerator out, Instant value, @Nullable Format format) throws IOException {
      if (format == null || format == Format.UNIX_TIMESTAMP) {
        out.writeNumber(Timestamps.seconds(value));
      } else {
        out.writeString(Timestamps.text(value, format));
      }
    }

    @Override
    public void real(JsonGenerator out, double value) throws IOException {
      out.writeNumber(value);
    }
  }

  @Override
  public Item input(Call call) throws Unreadable {
    byte[] body = call.body().bytes();
    return new NodeItem(body.length == 0 ? JsonNodeFactory.instance.objectNode() : Documents.json(body));
  }

  @Override
  public HttpAnswer answer(Call call, SdkPojo output) {
    return new HttpAnswer(200, headers(call), document(output));
  }

  @Override
  public HttpAnswer refusal(Call call, Fault fault) {
    var headers = headers(call);
    QueryCodes.putHeader(headers, call, fault);
    return new HttpAnswer(fault.status(), headers, document(QueryCodes.members(call, fault)));
  }

  @Override
  public HttpAnswer unknownOperation(Call call) {
    return refusal(call, new Fault("UnknownOperationException", "", 400, Collections.emptyMap()));
  }

  /** An SDK object or a map as one JSON document. */
  static byte[] document(Object value) {
    return Documents.write(
        Documents.JSON, out -> PojoWriter.value("", value, null, sink(out)));
  }

  static Sink sink(JsonGenerator out) {
    return new GeneratorSink(out, DIALECT);
  }

  private Map<String, String> headers(Call call) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amzn-RequestId", call.requestId());
    headers.put("Content-Type", "application/x-amz-json-" + version);
    return headers;
  }
}
