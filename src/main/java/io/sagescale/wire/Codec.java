package io.sagescale.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS's protocols as one translator: an HTTP request to the SDK's request object, the SDK's response object to an HTTP answer. */
public final class Codec {
  private Codec() {}

  /** What a request asks for; the protocol is told by its headers and its path, and the answer keeps to it. */
  public static Call read(HttpQuestion question) throws WireException {
    return Reception.receive(question);
  }

  /**
   * The call's input as the SDK's request object.
   *
   * @param requestType a request class of the SDK, e.g. {@code PutMetricAlarmRequest.class}
   */
  public static <Q> Q decode(Call call, Class<Q> requestType) throws WireException {
    try {
      return requestType.cast(PojoReader.read(call.protocol().input(call), Shape.builder(requestType)));
    } catch (Unreadable e) {
      Fault fault = Fault.unreadable(String.valueOf(e.getMessage()));
      throw new WireException(fault.message(), call.protocol().refusal(call, fault));
    }
  }

  /**
   * The answer of a call that succeeded.
   *
   * @param response a response object of the SDK; a list that must be there although it is empty has to be set
   */
  public static HttpAnswer encode(Call call, Object response) {
    return call.protocol().answer(call, pojo(response));
  }

  /** The head of an answer whose body is an event stream and follows; its messages are {@link EventStreamWriter}'s. */
  public static HttpAnswer encodeStream(Call call, Object response) {
    HttpAnswer head = call.protocol().answer(call, pojo(response));
    Map<String, String> headers = new LinkedHashMap<>(head.headers());
    headers.put("Content-Type", EventStreamWriter.CONTENT_TYPE);
    return new HttpAnswer(head.status(), headers, new byte[0]);
  }

  /**
   * The answer of a call that AWS would refuse.
   *
   * @param code the name of the error's shape in the service's model, e.g. {@code ValidationException}
   * @param status 400 to 599
   * @param members the error's modelled members beside its message, by their names on the wire
   */
  public static HttpAnswer refuse(Call call, String code, String message, int status, Map<String, Object> members) {
    return call.protocol().refusal(call, new Fault(code, message, status, members));
  }

  /** The answer of a call for an operation that its service does not have. */
  public static HttpAnswer refuseUnknown(Call call) {
    return call.protocol().unknownOperation(call);
  }

  /** An SDK object, or a list or map of such, as the AWS CLI prints it with {@code --output json}; no line end after it. */
  public static String json(Object sdkObject) {
    return CliJson.print(sdkObject);
  }

  private static SdkPojo pojo(Object object) {
    if (object instanceof SdkPojo pojo) {
      return pojo;
    }
    throw new IllegalArgumentException("not an object of the AWS SDK: " + object.getClass().getName());
  }
}
