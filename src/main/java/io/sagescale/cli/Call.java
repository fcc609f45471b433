package io.sagescale.cli;

import io.sagescale.awscli.AwsService;
import io.sagescale.awscli.Kebab;
import io.sagescale.report.AwsText;
import io.sagescale.report.ObjectFormat;
import java.util.List;

/**
 * A call that would be made.
 *
 * @param service AWS's word for the service on the command line, {@code application-autoscaling}
 * @param operation {@code RegisterScalableTarget}
 * @param request the SDK's request object
 */
record Call(String service, String operation, Object request) {
  static Call of(Object request) {
    return new Call(AwsService.ofModel(request.getClass()).word(), request.getClass().getSimpleName().replaceFirst("Request$", ""), request);
  }

  /** Commands of {@code aws} that can be run, or each operation with its input. */
  static String text(List<Call> calls, ObjectFormat format) {
    StringBuilder text = new StringBuilder();
    for (Call call : calls) {
      text.append(switch (format) {
        case AWS -> call.awsCommand();
        case NAME -> call.service + " " + call.operation + "\n";
        case JSON -> AwsText.json(call.request);
        case YAML -> AwsText.yaml(call.request);
        case TEXT -> AwsText.lines(call.request);
        case TABLE, WIDE -> call.service + " " + call.operation + "\n" + AwsText.json(call.request);
        case CSV -> throw Refusal.usage("csv is for lists", "Use -o aws for commands of aws");
      });
    }
    return text.toString();
  }

  private String awsCommand() {
    return "aws " + service + " " + Kebab.of(operation)
        + " --cli-input-json '" + AwsText.line(request).replace("'", "'\\''") + "'\n";
  }
}
