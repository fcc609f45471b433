package io.sagescale.cli;

import io.sagescale.report.ComponentRows;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentResponse;

/** {@code endpoint component show}: DescribeInferenceComponent, again and again if it is to wait. */
@Command(
    name = "show",
    customSynopsis = "sagescale endpoint component show COMPONENT [OPTIONS]",
    header = "Show an inference component, its status and its copies.",
    footer = {
      "  sagescale endpoint component show llama3-8b",
      "  sagescale endpoint component show llama3-8b --wait=20m"
    })
final class ComponentShowCommand implements Task {
  @Parameters(index = "0", paramLabel = "COMPONENT", description = "Name of the component.")
  private String component = "";

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ComponentShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DescribeInferenceComponentResponse found = settled(around, waiting, component, () -> aws.ask(around, question(component)));
    aws.show(around, Answer.card(found, ComponentRows.card(found), component));
    return Exit.DONE;
  }

  /** The component that was just changed, once nothing of it changes any more; at once where that is not waited for. */
  static void await(Surroundings around, AwsOptions aws, WaitOption waiting, String component) {
    if (waiting.isWaiting()) {
      settled(around, waiting, component, WaitOption.ofNew(
          around, aws, question(component), DescribeInferenceComponentResponse.builder().build()));
    }
  }

  private static Function<Clients, DescribeInferenceComponentResponse> question(String component) {
    return clients -> clients.sageMaker().describeInferenceComponent(
        DescribeInferenceComponentRequest.builder().inferenceComponentName(component).build());
  }

  private static DescribeInferenceComponentResponse settled(
      Surroundings around, WaitOption waiting, String component, Supplier<DescribeInferenceComponentResponse> question) {
    DescribeInferenceComponentResponse found = waiting.until(around, WaitOption.OF_ENDPOINTS, question,
        ComponentShowCommand::isSettled, component + " is still changing");
    if (waiting.isWaiting() && "Failed".equals(found.inferenceComponentStatusAsString())) {
      throw Refusal.failed(component + " is Failed" + (found.failureReason() == null ? "" : ": " + found.failureReason()),
          "See: sagescale endpoint component show " + component);
    }
    return found;
  }

  private static boolean isSettled(DescribeInferenceComponentResponse found) {
    return switch (found.inferenceComponentStatus()) {
      case null -> false;
      case IN_SERVICE, FAILED -> true;
      case CREATING, UPDATING, DELETING, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }
}
