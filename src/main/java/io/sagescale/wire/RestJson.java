package io.sagescale.wire;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * REST with JSON: members in the path, in headers and in the body, each where its trait says. Source: Smithy, AWS restJson1
 * protocol.
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
    var document = new LinkedHashMap<String, Object>();
    byte[] body = null;
    for (SdkField<?> field : output.sdkFields()) {
      Object value = field.getValueOrDefault(output);
      if (value == null || !SdkObjects.isSet(value)) {
        continue;
      }
      if (field.location() == MarshallLocation.HEADER) {
        headers.put(field.locationName(), text(value, field));
      } else if (field.containsTrait(PayloadTrait.class) && value instanceof SdkBytes bytes) {
        body = bytes.asByteArrayUnsafe();
      } else if (field.location() == MarshallLocation.PAYLOAD) {
        document.put(field.locationName(), value);
      }
    }
    return new HttpAnswer(200, headers, body == null ? AwsJson.document(document) : body);
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
