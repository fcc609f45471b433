package io.sagescale.local;

import static io.sagescale.local.EntryBytes.readText;
import static io.sagescale.local.EntryBytes.writeText;
import static io.sagescale.local.TrafficBytes.duration;
import static io.sagescale.local.TrafficBytes.readDuration;
import static io.sagescale.local.TrafficBytes.writeDuration;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.serving.StartupProfile;
import io.sagescale.simulate.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A modelled world to and from bytes, so that a state goes on in the world that it began in. Part of the state's format. */
final class WorldBytes {
  private WorldBytes() {}

  static byte[] write(ModelledWorld world) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(world.seed());
      writeTimings(out, world.timings());
      writeSetup(out, world.endpoint());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** @throws IOException when the bytes are no world */
  static ModelledWorld read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long seed = in.readLong();
      Scenario.Timings timings = readTimings(in);
      return new ModelledWorld(readSetup(in), timings, seed);
    } catch (IllegalArgumentException e) {
      throw new IOException("no world: " + e.getMessage(), e);
    }
  }

  private static void writeTimings(DataOutputStream out, Scenario.Timings timings) throws IOException {
    writeDuration(out, timings.highResolutionDelay());
    writeDuration(out, timings.standardDelay());
    writeDuration(out, timings.delaySpread());
    writeDuration(out, timings.highResolutionPhase());
    writeDuration(out, timings.standardPhase());
    writeDuration(out, timings.reaction());
  }

  private static Scenario.Timings readTimings(DataInputStream in) throws IOException {
    return new Scenario.Timings(duration(in), duration(in), duration(in), readDuration(in), readDuration(in), duration(in));
  }

  private static void writeSetup(DataOutputStream out, Scenario.Setup setup) throws IOException {
    out.writeInt(setup.copies());
    writeText(out, setup.instanceType());
    ProfileBytes.write(out, setup.profile());
    writeStartup(out, setup.startup());
    writeText(out, setup.routing().name());
    writeHosting(out, setup.hosting());
    out.writeInt(setup.quota());
    out.writeDouble(setup.weight());
    out.writeInt(setup.otherVariants().size());
    for (Scenario.OtherVariant other : setup.otherVariants()) {
      writeText(out, other.name());
      out.writeInt(other.copies());
      writeText(out, other.instanceType());
      out.writeDouble(other.weight());
    }
    CapacityRange capacity = setup.capacity();
    out.writeBoolean(capacity != null);
    if (capacity != null) {
      out.writeInt(capacity.min());
      out.writeInt(capacity.max());
    }
  }

  private static Scenario.Setup readSetup(DataInputStream in) throws IOException {
    return new Scenario.Setup(in.readInt(), readText(in), ProfileBytes.read(in), readStartup(in),
        RoutingStrategy.valueOf(readText(in)), readHosting(in), in.readInt(), in.readDouble(), readOthers(in),
        in.readBoolean() ? CapacityRange.between(in.readInt(), in.readInt()) : null);
  }

  private static List<Scenario.OtherVariant> readOthers(DataInputStream in) throws IOException {
    List<Scenario.OtherVariant> others = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      others.add(new Scenario.OtherVariant(readText(in), in.readInt(), readText(in), in.readDouble()));
    }
    return others;
  }

  private static void writeStartup(DataOutputStream out, StartupProfile startup) throws IOException {
    writeDuration(out, startup.provision());
    writeDuration(out, startup.imagePull());
    writeDuration(out, startup.modelDownload());
    writeDuration(out, startup.modelDownloadAlone());
    writeDuration(out, startup.containerStart());
    writeDuration(out, startup.healthCheck());
    writeDuration(out, startup.registration());
    out.writeDouble(startup.spread());
    out.writeBoolean(startup.isImageCached());
  }

  private static StartupProfile readStartup(DataInputStream in) throws IOException {
    return new StartupProfile(duration(in), duration(in), duration(in), duration(in), duration(in), duration(in), duration(in),
        in.readDouble(), in.readBoolean());
  }

  private static void writeHosting(DataOutputStream out, Scenario.@Nullable Hosting hosting) throws IOException {
    out.writeBoolean(hosting != null);
    if (hosting != null) {
      out.writeInt(hosting.instances());
      out.writeInt(hosting.minInstances());
      out.writeInt(hosting.maxInstances());
      out.writeBoolean(hosting.isManaged());
      writeDuration(out, hosting.idleRelease());
      out.writeInt(hosting.acceleratorsPerCopy());
      out.writeDouble(hosting.cpusPerCopy());
      out.writeInt(hosting.memoryMbPerCopy());
    }
  }

  private static Scenario.@Nullable Hosting readHosting(DataInputStream in) throws IOException {
    return in.readBoolean() ? new Scenario.Hosting(in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), duration(in),
        in.readInt(), in.readDouble(), in.readInt()) : null;
  }
}
