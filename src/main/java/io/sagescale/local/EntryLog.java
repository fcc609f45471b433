package io.sagescale.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The entries of an engine's state, numbered from 0: the newest one by one, older ones squeezed together, because calls in a
 * row differ in a few bytes. A point put by hand each ten seconds takes some 12 bytes that way, and a year of them 40 MB.
 */
final class EntryLog {
  /** Entries in one pack, and at least as many beside them. Source: our choice; larger packs are hardly smaller. */
  static final int PACK = 1024;

  private final MVMap<Long, byte[]> single;
  private final MVMap<Long, byte[]> packs;
  private long next;

  /** Sees the bytes of an entry. */
  interface Reader {
    void entry(byte[] bytes) throws IOException;
  }

  EntryLog(MVStore store) {
    single = store.openMap("log");
    packs = store.openMap("packs");
    Long last = single.lastKey();
    next = last == null ? 0 : last + 1;
  }

  void append(byte[] entry) {
    single.append(next++, entry);
  }

  /**
   * Hands out all entries, oldest first.
   *
   * @throws IOException when one is missing or cannot be read, with its number
   */
  void forEach(Reader reader) throws IOException {
    long number = 0;
    for (Map.Entry<Long, byte[]> pack : packs.entrySet()) {
      check(number, pack.getKey());
      for (byte[] entry : unpack(pack.getValue(), number)) {
        read(entry, number++, reader);
      }
    }
    for (Map.Entry<Long, byte[]> entry : single.entrySet()) {
      check(number, entry.getKey());
      read(entry.getValue(), number++, reader);
    }
  }

  boolean isPackDue() {
    return single.sizeAsLong() >= 2 * PACK;
  }

  /** Squeezes the oldest single entries together; there must be enough of them. */
  void pack() {
    Long first = single.firstKey();
    if (first == null) {
      throw new IllegalStateException("nothing to pack");
    }
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(pack))) {
      for (long number = first; number < first + PACK; number++) {
        byte[] entry = single.remove(number);
        if (entry == null) {
          throw new IllegalStateException("entry " + number + " is missing");
        }
        out.writeInt(entry.length);
        out.write(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    packs.append(first, pack.toByteArray());
  }

  void clear() {
    single.clear();
    packs.clear();
    next = 0;
  }

  private static List<byte[]> unpack(byte[] pack, long first) throws IOException {
    List<byte[]> entries = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(pack)))) {
      while (entries.size() < PACK) {
        int length = in.readInt();
        byte[] entry = in.readNBytes(Math.max(0, length));
        if (entry.length != length) {
          throw new IOException("it ends too early");
        }
        entries.add(entry);
      }
      return entries;
    } catch (IOException e) {
      throw new IOException("entry " + (first + entries.size()) + " cannot be unpacked", e);
    }
  }

  private static void read(byte[] entry, long number, Reader reader) throws IOException {
    try {
      reader.entry(entry);
    } catch (IOException e) {
      throw new IOException("entry " + number + ": " + e.getMessage(), e);
    }
  }

  private static void check(long expected, long found) throws IOException {
    if (expected != found) {
      throw new IOException("entry " + expected + " is missing");
    }
  }
}
