package io.sagescale.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import software.amazon.awssdk.core.SdkPojo;

/** What the SDK's generated classes tell only by their form. */
final class Shape {
  private static final ClassValue<Method> BUILDER =
      new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
          try {
            return type.getMethod("builder");
          } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a class of the AWS SDK: " + type.getName(), e);
          }
        }
      };

  /** A generated union has an enum of its members; its builder is a class nested in it. */
  private static final ClassValue<Boolean> IS_UNION =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> builder) {
          Class<?> shape = builder.getEnclosingClass();
          if (shape != null) {
            for (Class<?> nested : shape.getDeclaredClasses()) {
              if (nested.isEnum() && nested.getSimpleName().equals("Type")) {
                return true;
              }
            }
          }
          return false;
        }
      };

  private Shape() {}

  static SdkPojo builder(Class<?> type) {
    try {
      return (SdkPojo) BUILDER.get(type).invoke(null);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("not a class of the AWS SDK: " + type.getName(), e);
    }
  }

  static boolean isUnion(SdkPojo builder) {
    return IS_UNION.get(builder.getClass());
  }
}
