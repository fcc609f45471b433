package io.sagescale.awscli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sagescale.wire.SdkObjects;
import io.sagescale.wire.Unreadable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Map;

/** One call of an operation through the SDK's client; only the method that is asked for is looked up. */
record AwsCall(AwsOperation operation, Object client) {

  /** What the operation answers, by the members' names. The SDK's exceptions pass through. */
  Map<String, Object> answer(ObjectNode input) {
    Object request = request(operation, input);
    try {
      return SdkObjects.members(method().invoke(client, request));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(operation.name(), e);
    }
  }

  static Object request(AwsOperation operation, ObjectNode input) {
    try {
      return SdkObjects.of(operation.requestClass(), input);
    } catch (Unreadable wrong) {
      throw new WrongInput("Parameter validation failed:\n" + wrong.getMessage());
    }
  }

  MethodHandle method() throws NoSuchMethodException, IllegalAccessException {
    return MethodHandles.publicLookup().findVirtual(operation.service().client(), methodName(operation),
        MethodType.methodType(operation.responseClass(), operation.requestClass()));
  }

  static String methodName(AwsOperation operation) {
    return operation.name().substring(0, 1).toLowerCase(Locale.ROOT) + operation.name().substring(1);
  }
}
