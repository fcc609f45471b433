package io.sagescale.wire;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Writes the messages of an event stream, each whole. Source: Smithy, Amazon event stream specification. */
public final class EventStreamWriter {
  /** What an answer is that consists of such messages. */
  public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

  private EventStreamWriter() {}

  /**
   * An event whose only member is a blob.
   *
   * @param type the event's name in the stream's union, e.g. {@code PayloadPart}
   */
  public static byte[] event(String type, byte[] payload) {
    return message("event", type, "application/octet-stream", payload);
  }

  /**
   * An error in the middle of a stream.
   *
   * @param type the error's name in the stream's union, e.g. {@code ModelStreamError}
   */
  public static byte[] exception(String type, Map<String, Object> members) {
    return message("exception", type, "application/json", AwsJson.document(members));
  }

  private static byte[] message(String kind, String type, String contentType, byte[] payload) {
    Map<String, HeaderValue> headers = new LinkedHashMap<>();
    headers.put(":message-type", HeaderValue.fromString(kind));
    headers.put(":" + kind + "-type", HeaderValue.fromString(type));
    headers.put(":content-type", HeaderValue.fromString(contentType));
    var out = new ByteArrayOutputStream();
    new Message(headers, payload).encode(out);
    return out.toByteArray();
  }
}
