package io.sagescale.local;

import static io.sagescale.local.EntryBytes.readBytes;
import static io.sagescale.local.EntryBytes.readText;
import static io.sagescale.local.EntryBytes.writeBytes;
import static io.sagescale.local.EntryBytes.writeText;

import io.sagescale.model.ResourceId;
import io.sagescale.simulate.TraceProblem;
import io.sagescale.simulate.Traffic;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traffic to and from bytes, files included, so that a state plays on when the scenario's files are gone. */
final class TrafficBytes {
  /** Longest file of a scenario that a state takes in. Source: our choice, some million lines. */
  static final int LONGEST_FILE = 64 << 20;

  private static final int TRACE = 1;
  private static final int RATES = 2;
  private static final int SYNTHETIC = 3;
  private static final int CLOSED_LOOP = 4;
  private static final int FIXED = 1;
  private static final int NORMAL = 2;
  private static final int QUANTILES = 3;

  private TrafficBytes() {}

  static void write(DataOutputStream out, List<Traffic> traffic, ResourceId resource) throws IOException {
    writeText(out, resource.text());
    out.writeInt(traffic.size());
    for (Traffic one : traffic) {
      out.writeDouble(one.speed());
      out.writeDouble(one.scale());
      out.writeBoolean(one.isStreaming());
      writeSource(out, one.source());
    }
  }

  static LogEntry.Played read(DataInputStream in, Instant at) throws IOException {
    String name = readText(in);
    ResourceId resource = ResourceId.parse(name).orElseThrow(() -> new IOException("no resource is called " + name));
    int count = in.readInt();
    List<Traffic> traffic = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double speed = in.readDouble();
      double scale = in.readDouble();
      boolean isStreaming = in.readBoolean();
      traffic.add(new Traffic(readSource(in), speed, scale, isStreaming));
    }
    return new LogEntry.Played(at, traffic, resource);
  }

  private static void writeSource(DataOutputStream out, Traffic.Source source) throws IOException {
    switch (source) {
      case Traffic.Source.Trace trace -> {
        out.writeByte(TRACE);
        writeFile(out, trace.bytes());
      }
      case Traffic.Source.Rates rates -> {
        out.writeByte(RATES);
        writeFile(out, rates.bytes());
        writeLengths(out, rates.lengths());
      }
      case Traffic.Source.Synthetic synthetic -> {
        out.writeByte(SYNTHETIC);
        out.writeInt(synthetic.segments().size());
        for (Traffic.Segment segment : synthetic.segments()) {
          writeDuration(out, segment.lasts());
          out.writeDouble(segment.fromPerSecond());
          out.writeDouble(segment.toPerSecond());
        }
        writeText(out, synthetic.arrivals().name());
        writeLengths(out, synthetic.lengths());
      }
      case Traffic.Source.ClosedLoop loop -> {
        out.writeByte(CLOSED_LOOP);
        out.writeInt(loop.users());
        writeDuration(out, loop.thinkTime());
        writeDuration(out, loop.start());
        writeDuration(out, loop.lasts());
        Long total = loop.totalRequests();
        out.writeLong(total == null ? -1 : total);
        writeLengths(out, loop.lengths());
      }
    }
  }

  private static Traffic.Source readSource(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case TRACE -> new Traffic.Source.Trace(readFile(in));
      case RATES -> {
        Kept file = readFile(in);
        yield new Traffic.Source.Rates(file, readLengths(in));
      }
      case SYNTHETIC -> readSynthetic(in);
      case CLOSED_LOOP -> readClosedLoop(in);
      default -> throw new IOException("traffic of the unknown kind " + kind);
    };
  }

  private static Traffic.Source readSynthetic(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Traffic.Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      segments.add(new Traffic.Segment(duration(in), in.readDouble(), in.readDouble()));
    }
    String name = readText(in);
    for (Traffic.Arrivals arrivals : Traffic.Arrivals.values()) {
      if (arrivals.name().equals(name)) {
        return new Traffic.Source.Synthetic(segments, arrivals, readLengths(in));
      }
    }
    throw new IOException("arrivals of the unknown kind " + name);
  }

  private static Traffic.Source readClosedLoop(DataInputStream in) throws IOException {
    int users = in.readInt();
    Duration think = duration(in);
    Duration start = duration(in);
    Duration lasts = readDuration(in);
    long total = in.readLong();
    return new Traffic.Source.ClosedLoop(users, think, start, lasts, total < 0 ? null : total, readLengths(in));
  }

  private static void writeLengths(DataOutputStream out, Traffic.Lengths lengths) throws IOException {
    switch (lengths) {
      case Traffic.Lengths.Fixed fixed -> {
        out.writeByte(FIXED);
        out.writeInt(fixed.inputTokens());
        out.writeInt(fixed.outputTokens());
      }
      case Traffic.Lengths.Normal normal -> {
        out.writeByte(NORMAL);
        out.writeDouble(normal.inputMean());
        out.writeDouble(normal.inputDeviation());
        out.writeDouble(normal.outputMean());
        out.writeDouble(normal.outputDeviation());
      }
      case Traffic.Lengths.Quantiles quantiles -> {
        out.writeByte(QUANTILES);
        writeFile(out, quantiles.bytes());
      }
    }
  }

  private static Traffic.Lengths readLengths(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case FIXED -> new Traffic.Lengths.Fixed(in.readInt(), in.readInt());
      case NORMAL -> new Traffic.Lengths.Normal(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
      case QUANTILES -> new Traffic.Lengths.Quantiles(readFile(in));
      default -> throw new IOException("lengths of the unknown kind " + kind);
    };
  }

  /** A file of a scenario, kept in the state under its name. */
  private record Kept(String name, byte[] content) implements Traffic.Bytes {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }

  private static void writeFile(DataOutputStream out, Traffic.Bytes file) throws IOException {
    byte[] content;
    try (InputStream in = file.open()) {
      content = in.readNBytes(LONGEST_FILE + 1);
    }
    if (content.length > LONGEST_FILE) {
      throw new TraceProblem(file.name(), 0, 0, "the file is longer than the " + (LONGEST_FILE >> 20) + " MiB that a state keeps",
          "Use a part of it, or an engine that is in memory alone.");
    }
    writeText(out, file.name());
    writeBytes(out, content);
  }

  private static Kept readFile(DataInputStream in) throws IOException {
    return new Kept(readText(in), readBytes(in));
  }

  static void writeDuration(DataOutputStream out, @Nullable Duration duration) throws IOException {
    out.writeLong(duration == null ? -1 : duration.toNanos());
  }

  static @Nullable Duration readDuration(DataInputStream in) throws IOException {
    long nanos = in.readLong();
    return nanos < 0 ? null : Duration.ofNanos(nanos);
  }

  static Duration duration(DataInputStream in) throws IOException {
    Duration duration = readDuration(in);
    if (duration == null) {
      throw new IOException("a duration is missing");
    }
    return duration;
  }
}
