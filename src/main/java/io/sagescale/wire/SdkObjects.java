package io.sagescale.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The SDK's objects by their members' names on the wire, whichever operation they belong to. */
public final class SdkObjects {
  private SdkObjects() {}

  /** What an object of a class of the SDK is made of. */
  public static ValueType.Structure type(Class<?> sdkClass) {
    return new ValueType.Structure(() -> Shape.builder(sdkClass));
  }

  /**
   * An object made from a tree as AWS JSON has it; members that the class does not have are passed over.
   *
   * @param tree times as seconds since the epoch
   */
  public static Object of(Class<?> sdkClass, JsonNode tree) throws Unreadable {
    return PojoReader.read(new NodeItem(tree), Shape.builder(sdkClass));
  }

  /** What is set in an object, in the order of the service's model; an empty list that was set is there. */
  public static Map<String, Object> members(Object sdkObject) {
    if (!(sdkObject instanceof SdkPojo pojo)) {
      throw new IllegalArgumentException("not an object of the AWS SDK: " + sdkObject.getClass().getName());
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (isSet(value)) {
        members.put(field.locationName(), value);
      }
    }
    return Collections.unmodifiableMap(members);
  }

  /** Whether a member was given; the SDK answers for lists and maps that were not with its own empty ones. */
  static boolean isSet(@Nullable Object value) {
    return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
  }
}
