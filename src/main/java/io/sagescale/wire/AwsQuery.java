package io.sagescale.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS Query: a form in, XML out. Source: Smithy, AWS Query protocol. */
record AwsQuery() implements Protocol {
  private static final String CLOUDWATCH = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  /** CloudWatch's operations that answer nothing; there their answers have no result element. Source: CloudWatch's API model. */
  private static final List<String> WITHOUT_RESULT =
      List.of(
          "DeleteAlarms",
          "DisableAlarmActions",
          "EnableAlarmActions",
          "PutCompositeAlarm",
          "PutMetricAlarm",
          "PutMetricData",
          "SetAlarmState");

  @Override
  public Item input(Call call) {
    return call.body().form();
  }

  @Override
  public HttpAnswer answer(Call call, SdkPojo output) {
    var xml = new XmlSink();
    xml.openRoot(call.operation() + "Response", CLOUDWATCH);
    if (!WITHOUT_RESULT.contains(call.operation())) {
      xml.openStructure(call.operation() + "Result");
      write(output, xml);
      xml.closeStructure(call.operation() + "Result");
    }
    xml.openStructure("ResponseMetadata");
    xml.text("RequestId", call.requestId());
    xml.closeStructure("ResponseMetadata");
    xml.closeStructure(call.operation() + "Response");
    return answer(call, 200, xml);
  }

  @Override
  public HttpAnswer refusal(Call call, Fault fault) {
    var xml = new XmlSink();
    xml.openRoot("ErrorResponse", CLOUDWATCH);
    xml.openStructure("Error");
    xml.text("Type", fault.isSenders() ? "Sender" : "Receiver");
    xml.text("Code", QueryCodes.code(call.service(), fault.code()));
    xml.text("Message", fault.message());
    for (Map.Entry<String, Object> member : fault.members().entrySet()) {
      write(member.getKey(), member.getValue(), xml);
    }
    xml.closeStructure("Error");
    xml.text("RequestId", call.requestId());
    xml.closeStructure("ErrorResponse");
    return answer(call, fault.status(), xml);
  }

  @Override
  public HttpAnswer unknownOperation(Call call) {
    String text = "Could not find operation " + call.operation() + " for version " + call.service().version();
    return refusal(call, new Fault("InvalidAction", text, 400, Collections.emptyMap()));
  }

  private static HttpAnswer answer(Call call, int status, XmlSink xml) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amzn-RequestId", call.requestId());
    headers.put("Content-Type", "text/xml");
    return new HttpAnswer(status, headers, xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(SdkPojo output, XmlSink xml) {
    try {
      PojoWriter.members(output, xml);
    } catch (IOException e) {
      throw new IllegalStateException("text that cannot be written", e);
    }
  }

  private static void write(String name, Object value, XmlSink xml) {
    try {
      PojoWriter.value(name, value, null, xml);
    } catch (IOException e) {
      throw new IllegalStateException("text that cannot be written", e);
    }
  }
}
