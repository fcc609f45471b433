package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;

/** {@code target suspend}: one RegisterScalableTarget with nothing but what is suspended. */
@Command(
    name = "suspend",
    customSynopsis = "sagescale target suspend TARGET [KIND...] [OPTIONS]",
    header = "Stop the scaling of a target, or one kind of it.",
    footer = {
      "  sagescale target suspend llama3-8b/AllTraffic",
      "  sagescale target suspend llama3-8b/AllTraffic in scheduled"
    })
final class TargetSuspendCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1..*", paramLabel = "KIND", completionCandidates = ScalingKind.Words.class,
      description = "Any of ${COMPLETION-CANDIDATES}; all when left out.")
  private List<String> words = List.of();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  TargetSuspendCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    List<ScalingKind> kinds = ScalingKind.read(words);
    RegisterScalableTargetRequest request = ScalingKind.suspending(target, kinds, true);
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> Answer.said(clients.scaling().registerScalableTarget(request),
        target.shortName(), target.shortName() + " does not scale" + ScalingKind.sentence(kinds)));
  }
}
