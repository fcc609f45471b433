package io.sagescale.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * REST with JSON: members in the path, in headers and in the body, each where its trait says. What SageMaker Runtime does not use is
 * not spoken: members in the query or the status, and lists and maps in headers. Source: Smithy, AWS restJson1 protocol.
 *
 * @param question where the headers are
 * @param labels what stands in the path, by the members' names on the wire
 */
record RestJson(HttpQuestion question, Map<String, String> labels) implements Protocol {
  RestJson {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  @Override
  public Item input(Call call) {
    return new RestItem(question, labels, call.body().bytes());
  }

  @Override
  public HttpAnswer answer(Call call, SdkPojo output) {
    var headers = headers(call);
    for (SdkField<?> field : output.sdkFields()) {
      Object value = field.getValueOrDefault(output);
      if (field.location() == MarshallLocation.HEADER && SdkObjects.isSet(value)) {
        headers.put(field.locationName(), text(value, field));
      }
    }
    return new HttpAnswer(200, headers, body(output));
  }

  /** The member that is the whole body, where there is such a one; else a document of those that have no other place. */
  private static byte[] body(SdkPojo output) {
    for (SdkField<?> field : output.sdkFields()) {
      if (field.containsTrait(PayloadTrait.class)) {
        return payload(field.getValueOrDefault(output));
      }
    }
    return Documents.write(Documents.JSON, out -> {
      Sink sink = AwsJson.sink(out);
      sink.openStructure("");
      for (SdkField<?> field : output.sdkFields()) {
        if (field.location() == MarshallLocation.PAYLOAD) {
          PojoWriter.member(output, field, sink);
        }
      }
      sink.closeStructure("");
    });
  }

  private static byte[] payload(@Nullable Object value) {
    return switch (value) {
      case null -> new byte[0];
      case SdkBytes bytes -> bytes.asByteArrayUnsafe();
      case String text -> Texts.mended(text).getBytes(StandardCharsets.UTF_8);
      default -> AwsJson.document(value);
    };
  }

  @Override
  public HttpAnswer refusal(Call call, Fault fault) {
    var headers = headers(call);
    headers.put("x-amzn-ErrorType", fault.code());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("Message", fault.message());
    members.putAll(fault.members());
    return new HttpAnswer(fault.status(), headers, AwsJson.document(members));
  }

  @Override
  public HttpAnswer unknownOperation(Call call) {
    return refusal(call, new Fault("UnknownOperationException", "", 404, Collections.emptyMap()));
  }

  private static String text(Object value, SdkField<?> field) {
    if (value instanceof Instant instant) {
      Format format = PojoReader.format(field);
      return Timestamps.text(instant, format == null ? Format.RFC_822 : format);
    }
    return Texts.header(String.valueOf(value));
  }

  private static Map<String, String> headers(Call call) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amzn-RequestId", call.requestId());
    headers.put("Content-Type", "application/json");
    return headers;
  }
}
