package io.sagescale.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills the SDK's objects from a body, member by member. Members that the SDK does not know are passed over, as AWS does; null is
 * the same as absent, but not in a list or map, where it is refused. Of a union one member may be set at most.
 */
final class PojoReader {
  private PojoReader() {}

  /** The built object of a builder whose fields are set from the item's members. */
  static Object read(Item item, SdkPojo builder) throws Unreadable {
    int count = 0;
    for (SdkField<?> field : builder.sdkFields()) {
      Item member = item.member(field);
      if (member != null && !member.isNull()) {
        field.set(builder, value(member, field));
        count++;
      }
    }
    if (count > 1 && Shape.isUnion(builder)) {
      throw new Unreadable("A union must have one member, not " + count);
    }
    return ((Buildable) builder).build();
  }

  private static Object value(Item item, SdkField<?> field) throws Unreadable {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> item.text();
      case BOOLEAN -> item.truth();
      case BYTE -> (byte) whole(item, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> (short) whole(item, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> (int) whole(item, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(item, Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> (float) item.real();
      case DOUBLE -> item.real();
      case BIG_DECIMAL -> BigDecimal.valueOf(item.real());
      case INSTANT -> item.instant(format(field));
      case SDK_BYTES -> SdkBytes.fromByteArray(item.bytes());
      case LIST -> list(item, field.getTrait(ListTrait.class));
      case MAP -> map(item, field.getTrait(MapTrait.class));
      case SDK_POJO -> read(item, field.constructor().get());
      case NULL, DOCUMENT -> throw new IllegalStateException("no such member is known: " + field.memberName());
    };
  }

  static TimestampFormatTrait.@Nullable Format format(SdkField<?> field) {
    TimestampFormatTrait trait = field.getTrait(TimestampFormatTrait.class);
    return trait == null ? null : trait.format();
  }

  private static long whole(Item item, long least, long most) throws Unreadable {
    BigInteger whole = item.whole();
    if (whole.bitLength() > 63 || whole.longValue() < least || whole.longValue() > most) {
      throw new Unreadable("A number is out of range: it must be between " + least + " and " + most);
    }
    return whole.longValue();
  }

  private static List<Object> list(Item item, ListTrait trait) throws Unreadable {
    List<? extends Item> elements = item.elements(trait);
    var list = new ArrayList<Object>(elements.size());
    for (Item element : elements) {
      list.add(value(present(element), trait.memberFieldInfo()));
    }
    return list;
  }

  private static Map<String, Object> map(Item item, MapTrait trait) throws Unreadable {
    var map = new LinkedHashMap<String, Object>();
    for (Map.Entry<String, ? extends Item> entry : item.entries(trait).entrySet()) {
      map.put(entry.getKey(), value(present(entry.getValue()), trait.valueFieldInfo()));
    }
    return map;
  }

  private static Item present(Item item) throws Unreadable {
    if (item.isNull()) {
      throw new Unreadable("A list or map has null in it");
    }
    return item;
  }
}
