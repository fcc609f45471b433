package io.sagescale.local;

import static io.sagescale.local.EntryBytes.readText;
import static io.sagescale.local.EntryBytes.writeText;

import io.sagescale.serving.ServerProfile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model server's profile to and from bytes. Part of the state's format. */
final class ProfileBytes {
  private static final int LLM = 1;
  private static final int PLAIN = 2;
  private static final int CONSTANT = 1;
  private static final int EXPONENTIAL = 2;
  private static final int QUANTILES = 3;

  private ProfileBytes() {}

  static void write(DataOutputStream out, ServerProfile profile) throws IOException {
    switch (profile) {
      case ServerProfile.Llm llm -> {
        out.writeByte(LLM);
        writeText(out, llm.id());
        out.writeDouble(llm.iterationMillis());
        out.writeDouble(llm.perSequenceMillis());
        out.writeDouble(llm.perTokenMillis());
        out.writeDouble(llm.prefillTokensPerSecond());
        out.writeDouble(llm.firstTokenMillis());
        out.writeInt(llm.maxBatch());
        out.writeInt(llm.maxBatchTokens());
        out.writeInt(llm.queueLimit());
        writeFit(out, llm.fit());
      }
      case ServerProfile.Plain plain -> {
        out.writeByte(PLAIN);
        writeText(out, plain.id());
        out.writeInt(plain.slots());
        writeLatency(out, plain.latency());
        out.writeInt(plain.queueLimit());
      }
    }
  }

  static ServerProfile read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case LLM -> new ServerProfile.Llm(readText(in), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
          in.readDouble(), in.readInt(), in.readInt(), in.readInt(), readFit(in));
      case PLAIN -> new ServerProfile.Plain(readText(in), in.readInt(), readLatency(in), in.readInt());
      default -> throw new IOException("a profile of the unknown kind " + kind);
    };
  }

  private static void writeLatency(DataOutputStream out, ServerProfile.Latency latency) throws IOException {
    switch (latency) {
      case ServerProfile.Latency.Constant constant -> {
        out.writeByte(CONSTANT);
        out.writeDouble(constant.millis());
      }
      case ServerProfile.Latency.Exponential exponential -> {
        out.writeByte(EXPONENTIAL);
        out.writeDouble(exponential.meanMillis());
      }
      case ServerProfile.Latency.Quantiles quantiles -> {
        out.writeByte(QUANTILES);
        writeNumbers(out, quantiles.quantiles());
        writeNumbers(out, quantiles.millis());
      }
    }
  }

  private static ServerProfile.Latency readLatency(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case CONSTANT -> new ServerProfile.Latency.Constant(in.readDouble());
      case EXPONENTIAL -> new ServerProfile.Latency.Exponential(in.readDouble());
      case QUANTILES -> new ServerProfile.Latency.Quantiles(readNumbers(in), readNumbers(in));
      default -> throw new IOException("a latency of the unknown kind " + kind);
    };
  }

  private static void writeFit(DataOutputStream out, ServerProfile.@Nullable Fit fit) throws IOException {
    out.writeBoolean(fit != null);
    if (fit != null) {
      writeText(out, fit.source());
      writeText(out, fit.licence());
      writeMaybe(out, fit.meanErrorPercent());
      writeMaybe(out, fit.maxErrorPercent());
      out.writeInt(fit.points());
      String note = fit.note();
      out.writeBoolean(note != null);
      if (note != null) {
        writeText(out, note);
      }
    }
  }

  private static ServerProfile.@Nullable Fit readFit(DataInputStream in) throws IOException {
    return in.readBoolean() ? new ServerProfile.Fit(readText(in), readText(in), readMaybe(in), readMaybe(in), in.readInt(),
        in.readBoolean() ? readText(in) : null) : null;
  }

  private static void writeMaybe(DataOutputStream out, @Nullable Double number) throws IOException {
    out.writeBoolean(number != null);
    if (number != null) {
      out.writeDouble(number);
    }
  }

  private static @Nullable Double readMaybe(DataInputStream in) throws IOException {
    return in.readBoolean() ? (Double) in.readDouble() : null;
  }

  private static void writeNumbers(DataOutputStream out, List<Double> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static List<Double> readNumbers(DataInputStream in) throws IOException {
    List<Double> numbers = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      numbers.add(in.readDouble());
    }
    return numbers;
  }
}
