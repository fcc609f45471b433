package io.sagescale.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which protocol a request speaks, and what it asks for. */
final class Reception {
  private static final Pattern RPC_PATH = Pattern.compile("/service/([A-Za-z0-9_.]{1,128})/operation/([A-Za-z0-9_]{1,128})");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,128}");
  private static final FormItem NO_FORM = new FormItem();

  private Reception() {}

  static Call receive(HttpQuestion question) throws WireException {
    Matcher rpc = RPC_PATH.matcher(question.path());
    if (rpc.matches()) {
      return rpc(question, rpc.group(1), rpc.group(2));
    }
    RestRoutes.@Nullable Route route = RestRoutes.find(question);
    if (route != null) {
      return rest(question, route);
    }
    String target = question.header("X-Amz-Target");
    if (target != null && question.method().equals("POST")) {
      return json(question, target);
    }
    if (question.path().equals("/") && isForm(question)) {
      return query(question);
    }
    throw nobodyThere();
  }

  private static Call rpc(HttpQuestion question, String serviceName, String operation) throws WireException {
    Service service = Service.ofTarget(last(serviceName)).orElse(null);
    if (service == null || !question.method().equals("POST")) {
      throw nobodyThere();
    }
    return withBytes(question, service, operation, new RpcV2Cbor());
  }

  /** The body is the model's own: compressed or not, it is taken as it is. */
  private static Call rest(HttpQuestion question, RestRoutes.Route route) throws WireException {
    Map<String, String> labels = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, String> label : route.labels().entrySet()) {
        labels.put(label.getKey(), Form.unescaped(label.getValue().replace("+", "%2B")));
      }
      Bodies.bounded(question.body());
    } catch (Unreadable e) {
      throw unreadable(rest(question, route, labels, new byte[0]), e);
    }
    return rest(question, route, labels, question.body());
  }

  private static Call rest(HttpQuestion question, RestRoutes.Route route, Map<String, String> labels, byte[] body) {
    return new Call(Service.SAGEMAKER_RUNTIME, route.operation(), new RestJson(question, labels),
        new Call.Body(body, NO_FORM), question);
  }

  private static Call json(HttpQuestion question, String target) throws WireException {
    int dot = target.indexOf('.');
    Service service = dot < 0 ? null : Service.ofTarget(target.substring(0, dot)).orElse(null);
    String operation = target.substring(dot + 1);
    if (service == null || !NAME.matcher(operation).matches()) {
      throw nobodyThere();
    }
    return switch (mediaType(question)) {
      case "application/x-amz-json-1.0" -> withBytes(question, service, operation, new AwsJson("1.0"));
      case "application/x-amz-json-1.1" -> withBytes(question, service, operation, new AwsJson("1.1"));
      default -> throw nobodyThere();
    };
  }

  private static Call query(HttpQuestion question) throws WireException {
    var protocol = new AwsQuery();
    FormItem form;
    try {
      String body = Texts.ofUtf8(Bodies.unpacked(question));
      form = Form.read(question.query(), body);
    } catch (Unreadable e) {
      throw unreadable(call("Unreadable", question, NO_FORM), e);
    }
    String action = value(form, "Action");
    String version = value(form, "Version");
    if (action == null) {
      Call call = call("MissingAction", question, form);
      throw refused(call, new Fault("MissingAction", "Missing Action", 400, Collections.emptyMap()));
    }
    Call call = call(NAME.matcher(action).matches() ? action : "Unknown", question, form);
    if ((version != null && !version.equals(call.service().version())) || !NAME.matcher(action).matches()) {
      throw new WireException("no such action", protocol.unknownOperation(call));
    }
    return call;
  }

  private static Call call(String operation, HttpQuestion question, FormItem form) {
    return new Call(Service.CLOUDWATCH, operation, new AwsQuery(), new Call.Body(new byte[0], form), question);
  }

  private static Call withBytes(HttpQuestion question, Service service, String operation, Protocol protocol)
      throws WireException {
    try {
      var body = new Call.Body(Bodies.unpacked(question), NO_FORM);
      return new Call(service, operation, protocol, body, question);
    } catch (Unreadable e) {
      throw unreadable(new Call(service, operation, protocol, new Call.Body(new byte[0], NO_FORM), question), e);
    }
  }

  private static boolean isForm(HttpQuestion question) {
    return mediaType(question).equals("application/x-www-form-urlencoded")
        || (question.method().equals("GET") && question.query().contains("Action="));
  }

  private static String mediaType(HttpQuestion question) {
    @Nullable String header = question.header("Content-Type");
    int end = header == null ? -1 : header.indexOf(';');
    String type = header == null ? "" : end < 0 ? header : header.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String value(FormItem form, String name) throws WireException {
    FormItem item = form.member(name);
    try {
      return item == null ? null : item.text();
    } catch (Unreadable e) {
      return null;
    }
  }

  /** RPC v2 allows the service's namespace before its name. */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static WireException unreadable(Call call, Unreadable e) {
    return refused(call, Fault.unreadable(String.valueOf(e.getMessage())));
  }

  private static WireException refused(Call call, Fault fault) {
    return new WireException(fault.message(), call.protocol().refusal(call, fault));
  }

  /** What AWS answers where no protocol is recognised. */
  private static WireException nobodyThere() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "text/xml");
    byte[] body = "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8);
    return new WireException("no protocol is recognised", new HttpAnswer(404, headers, body));
  }
}
