package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;

/** {@code target resume}: one RegisterScalableTarget with nothing but what is suspended. */
@Command(
    name = "resume",
    customSynopsis = "sagescale target resume TARGET [KIND...] [OPTIONS]",
    header = "Let a suspended target scale again.",
    footer = {
      "  sagescale target resume llama3-8b/AllTraffic",
      "  sagescale target resume llama3-8b/AllTraffic in scheduled"
    })
final class TargetResumeCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1..*", paramLabel = "KIND", completionCandidates = ScalingKind.Words.class,
      description = "Any of ${COMPLETION-CANDIDATES}; all when left out.")
  private List<String> words = List.of();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  TargetResumeCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    List<ScalingKind> kinds = ScalingKind.read(words);
    RegisterScalableTargetRequest request = ScalingKind.suspending(target, kinds, false);
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> Answer.said(clients.scaling().registerScalableTarget(request),
        target.shortName(), target.shortName() + " scales again" + ScalingKind.sentence(kinds)));
  }
}
