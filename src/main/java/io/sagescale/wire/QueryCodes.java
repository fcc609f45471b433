package io.sagescale.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The error codes of CloudWatch's oldest protocol, which its newer ones still send beside their own. Source: CloudWatch's API
 * model ({@code error.code} of each error's shape).
 */
final class QueryCodes {
  private QueryCodes() {}

  /** The Query protocol's code for an error's shape; most of the services' shapes have none of their own. */
  static String code(Service service, String shape) {
    return service == Service.CLOUDWATCH ? cloudWatch(shape) : shape;
  }

  /** The error's type as the JSON and CBOR protocols name it. */
  static String type(Call call, Fault fault) {
    return call.service() == Service.CLOUDWATCH ? "com.amazonaws.cloudwatch#" + fault.code() : fault.code();
  }

  /** Adds the header that carries the Query protocol's code, if the sender wants it. */
  static void putHeader(Map<String, String> headers, Call call, Fault fault) {
    if (call.isQueryMode()) {
      String blame = fault.isSenders() ? "Sender" : "Receiver";
      headers.put("x-amzn-query-error", code(call.service(), fault.code()) + ";" + blame);
    }
  }

  private static String cloudWatch(String shape) {
    return switch (shape) {
      case "DashboardInvalidInputError" -> "InvalidParameterInput";
      case "DashboardNotFoundError" -> "ResourceNotFound";
      case "InternalServiceFault" -> "InternalServiceError";
      case "InvalidFormatFault" -> "InvalidFormat";
      case "InvalidParameterCombinationException" -> "InvalidParameterCombination";
      case "InvalidParameterValueException" -> "InvalidParameterValue";
      case "LimitExceededFault" -> "LimitExceeded";
      case "MissingRequiredParameterException" -> "MissingParameter";
      case "ValidationException" -> "ValidationError";
      case "SerializationException" -> "MalformedInput";
      default -> shape;
    };
  }

  /** The body of a refusal where it is a document: its type, its message if it has one, then its own members. */
  static Map<String, Object> members(Call call, Fault fault) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("__type", type(call, fault));
    if (!fault.message().isEmpty()) {
      members.put("message", fault.message());
    }
    members.putAll(fault.members());
    return members;
  }
}
