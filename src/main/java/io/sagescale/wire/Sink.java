package io.sagescale.wire;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Where a value is written to, piece by piece; the name of a value is of no account where it stands in a JSON array. */
sealed interface Sink permits GeneratorSink, XmlSink {
  void openStructure(String name) throws IOException;

  void closeStructure(String name) throws IOException;

  /** Opens a list; returns the name that each element is written with. */
  String openList(String name, @Nullable ListTrait trait) throws IOException;

  void closeList(String name, @Nullable ListTrait trait) throws IOException;

  void openMap(String name, @Nullable MapTrait trait) throws IOException;

  /** Opens an entry; returns the name that its value is written with. */
  String openEntry(String mapName, String key, @Nullable MapTrait trait) throws IOException;

  void closeEntry(String mapName, @Nullable MapTrait trait) throws IOException;

  void closeMap(String name, @Nullable MapTrait trait) throws IOException;

  void nothing(String name) throws IOException;

  void text(String name, String value) throws IOException;

  void truth(String name, boolean value) throws IOException;

  void number(String name, Number value) throws IOException;

  void bytes(String name, byte[] value) throws IOException;

  /** Writes a point in time; without a format, in the protocol's own. */
  void instant(String name, Instant value, @Nullable Format format) throws IOException;
}
