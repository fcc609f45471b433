package io.sagescale.local;

import io.sagescale.api.Invocation;
import io.sagescale.engine.Destination;
import io.sagescale.model.ResourceId;
import io.sagescale.wire.HttpQuestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Log entries to and from bytes: a kind, the instant, then the kind's own fields. Part of the state's format. */
final class EntryBytes {
  private static final int CALLED = 1;
  private static final int PLAYED = 2;
  private static final int MOVED = 3;
  private static final int INVOKED = 4;

  /** What a call is understood by. Credentials and the rest of the headers are not kept. */
  private static final List<String> KEPT_HEADERS =
      List.of("content-type", "content-encoding", "x-amz-target", "x-amzn-query-mode", "smithy-protocol", "host");

  private EntryBytes() {}

  static byte[] write(LogEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      switch (entry) {
        case LogEntry.Called called -> {
          begin(out, CALLED, called.at());
          writeQuestion(out, called.question());
        }
        case LogEntry.Played played -> {
          begin(out, PLAYED, played.at());
          TrafficBytes.write(out, played.traffic(), played.resource());
        }
        case LogEntry.Invoked invoked -> {
          begin(out, INVOKED, invoked.at());
          writeInvocation(out, invoked.invocation());
        }
        case LogEntry.Moved moved -> begin(out, MOVED, moved.at());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** @throws IOException when the bytes are no entry */
  static LogEntry read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int kind = in.readUnsignedByte();
      Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
      return switch (kind) {
        case CALLED -> new LogEntry.Called(at, readQuestion(in));
        case PLAYED -> TrafficBytes.read(in, at);
        case INVOKED -> new LogEntry.Invoked(at, readInvocation(in));
        case MOVED -> new LogEntry.Moved(at);
        default -> throw new IOException("an entry of the unknown kind " + kind);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("no entry: " + e.getMessage(), e);
    }
  }

  private static void begin(DataOutputStream out, int kind, Instant at) throws IOException {
    out.writeByte(kind);
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  private static void writeInvocation(DataOutputStream out, Invocation invocation) throws IOException {
    ResourceId only = invocation.destination().only();
    writeText(out, invocation.destination().endpoint());
    writeText(out, only == null ? "" : only.text());
    out.writeInt(invocation.inputTokens());
    out.writeInt(invocation.outputTokens());
    out.writeBoolean(invocation.isStreaming());
  }

  private static Invocation readInvocation(DataInputStream in) throws IOException {
    String endpoint = readText(in);
    String only = readText(in);
    Destination destination = only.isEmpty() ? Destination.endpoint(endpoint)
        : new Destination(endpoint,
            ResourceId.parse(only).orElseThrow(() -> new IOException("no resource is called " + only)));
    return new Invocation(destination, in.readInt(), in.readInt(), in.readBoolean());
  }

  private static void writeQuestion(DataOutputStream out, HttpQuestion question) throws IOException {
    writeText(out, question.method());
    writeText(out, question.uri());
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      @Nullable String value = question.header(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    out.writeByte(kept.size());
    for (Map.Entry<String, String> header : kept.entrySet()) {
      writeText(out, header.getKey());
      writeText(out, header.getValue());
    }
    writeBytes(out, question.body());
  }

  private static HttpQuestion readQuestion(DataInputStream in) throws IOException {
    String method = readText(in);
    String uri = readText(in);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    int count = in.readUnsignedByte();
    for (int i = 0; i < count; i++) {
      String name = readText(in);
      headers.put(name, new ArrayList<>(List.of(readText(in))));
    }
    return new HttpQuestion(method, uri, headers, readBytes(in));
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** No more than there is: a damaged length is refused before anything is allocated for it. */
  static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a length of " + length + " with " + in.available() + " bytes left");
    }
    return in.readNBytes(length);
  }
}
