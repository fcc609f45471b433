package io.sagescale.wire;

import java.util.Collections;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which operation a path of REST stands for. Source: the {@code http} traits of SageMaker Runtime's API model. */
final class RestRoutes {
  private static final Pattern PATH =
      Pattern.compile("/endpoints/([^/]+)/(invocations|invocations-response-stream|async-invocations)");

  /** @param labels what the path says, by the members' names on the wire, still escaped */
  record Route(String operation, Map<String, String> labels) {}

  private RestRoutes() {}

  /** Null where no operation is. */
  static @Nullable Route find(HttpQuestion question) {
    Matcher path = PATH.matcher(question.path());
    if (!question.method().equals("POST") || !path.matches()) {
      return null;
    }
    String operation = switch (path.group(2)) {
      case "invocations" -> "InvokeEndpoint";
      case "invocations-response-stream" -> "InvokeEndpointWithResponseStream";
      default -> "InvokeEndpointAsync";
    };
    return new Route(operation, Collections.singletonMap("EndpointName", path.group(1)));
  }
}
