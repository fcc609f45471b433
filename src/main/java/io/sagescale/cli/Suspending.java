package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;

/** The words and the one call by which some kinds of scaling of a target are suspended, or go on. */
final class Suspending {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1..*", paramLabel = "KIND", completionCandidates = ScalingKind.Words.class,
      description = "Any of ${COMPLETION-CANDIDATES}; all when left out.")
  private List<String> words = List.of();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  /**
   * Makes the call.
   *
   * @param isSuspended what becomes of the kinds
   * @param outcome of it, between the target and the kinds, {@code does not scale}
   */
  int set(Surroundings around, boolean isSuspended, String outcome) {
    List<ScalingKind> kinds = ScalingKind.read(words);
    RegisterScalableTargetRequest request = ScalingKind.suspending(target, kinds, isSuspended);
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> Answer.said(clients.scaling().registerScalableTarget(request),
        target.shortName(), target.shortName() + " " + outcome + ScalingKind.sentence(kinds)));
  }
}
