package io.sagescale.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Writes the SDK's objects member by member: what is set, and nothing else; an empty list that was set is written. */
final class PojoWriter {
  private PojoWriter() {}

  static void members(SdkPojo pojo, Sink sink) throws IOException {
    for (SdkField<?> field : pojo.sdkFields()) {
      member(pojo, field, sink);
    }
  }

  static void member(SdkPojo pojo, SdkField<?> field, Sink sink) throws IOException {
    Object value = field.getValueOrDefault(pojo);
    if (SdkObjects.isSet(value)) {
      String name = sink instanceof XmlSink ? field.unmarshallLocationName() : field.locationName();
      value(name, value, field, sink);
    }
  }

  /**
   * Writes one value by what it is.
   *
   * @param field what the SDK knows of the value's type, or null for a value of no SDK object
   */
  static void value(String name, @Nullable Object value, @Nullable SdkField<?> field, Sink sink) throws IOException {
    switch (value) {
      case null -> sink.nothing(name);
      case SdkPojo pojo -> {
        sink.openStructure(name);
        members(pojo, sink);
        sink.closeStructure(name);
      }
      case String text -> sink.text(name, text);
      case Boolean truth -> sink.truth(name, truth);
      case Number number -> sink.number(name, number);
      case Instant instant -> sink.instant(name, instant, field == null ? null : PojoReader.format(field));
      case SdkBytes bytes -> sink.bytes(name, bytes.asByteArrayUnsafe());
      case Collection<?> list -> list(name, list, field == null ? null : field.getTrait(ListTrait.class), sink);
      case Map<?, ?> map -> map(name, map, field == null ? null : field.getTrait(MapTrait.class), sink);
      default -> throw new IllegalArgumentException(name + ": no protocol carries a " + value.getClass().getName());
    }
  }

  private static void list(String name, Collection<?> list, @Nullable ListTrait trait, Sink sink) throws IOException {
    String element = sink.openList(name, trait);
    for (Object value : list) {
      value(element, value, trait == null ? null : trait.memberFieldInfo(), sink);
    }
    sink.closeList(name, trait);
  }

  private static void map(String name, Map<?, ?> map, @Nullable MapTrait trait, Sink sink) throws IOException {
    sink.openMap(name, trait);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String inner = sink.openEntry(name, String.valueOf(entry.getKey()), trait);
      value(inner, entry.getValue(), trait == null ? null : trait.valueFieldInfo(), sink);
      sink.closeEntry(name, trait);
    }
    sink.closeMap(name, trait);
  }
}
