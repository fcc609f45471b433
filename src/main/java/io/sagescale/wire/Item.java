package io.sagescale.wire;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** One value of a request body, in whichever protocol; what is asked of it is what the member's type calls for. */
sealed interface Item permits NodeItem, FormItem, RestItem {
  /** Whether the sender wrote that there is no value. */
  boolean isNull();

  /** A structure's member by its name on the wire. */
  @Nullable Item member(String name) throws Unreadable;

  /** A structure's member, where the protocol has it. */
  default @Nullable Item member(SdkField<?> field) throws Unreadable {
    return member(field.locationName());
  }

  /** A list's elements in their order. */
  List<? extends Item> elements(ListTrait list) throws Unreadable;

  /** A map's entries in the order of sending. */
  Map<String, ? extends Item> entries(MapTrait map) throws Unreadable;

  /** Well-formed UTF-16. */
  String text() throws Unreadable;

  boolean truth() throws Unreadable;

  BigInteger whole() throws Unreadable;

  /** Infinite or not a number where the sender wrote so. */
  double real() throws Unreadable;

  byte[] bytes() throws Unreadable;

  /**
   * A point in time of the years 1 to 9999.
   *
   * @param format as the member's type has it, or null for the protocol's own
   */
  Instant instant(@Nullable Format format) throws Unreadable;
}
