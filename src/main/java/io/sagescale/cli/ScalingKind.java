package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** A kind of scaling that can be suspended. */
enum ScalingKind {
  IN, OUT, SCHEDULED;

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The call that suspends or resumes some kinds, all for none, and leaves everything else as it is. */
  static RegisterScalableTargetRequest suspending(ResourceId target, List<ScalingKind> kinds, boolean isSuspended) {
    return RegisterScalableTargetRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .suspendedState(state -> state
            .dynamicScalingInSuspended(IN.in(kinds, isSuspended))
            .dynamicScalingOutSuspended(OUT.in(kinds, isSuspended))
            .scheduledScalingSuspended(SCHEDULED.in(kinds, isSuspended)))
        .build();
  }

  private @Nullable Boolean in(List<ScalingKind> kinds, boolean isSuspended) {
    return kinds.isEmpty() || kinds.contains(this) ? isSuspended : null;
  }

  /** What follows "does not scale": nothing for all kinds. */
  static String sentence(List<ScalingKind> kinds) {
    List<String> words = kinds.stream().distinct()
        .map(kind -> kind == SCHEDULED ? "on schedule" : kind.word()).toList();
    return words.isEmpty() ? "" : " " + String.join(" or ", words);
  }

  static List<ScalingKind> read(List<String> words) {
    return words.stream().map(ScalingKind::read).toList();
  }

  private static ScalingKind read(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow(() ->
        Refusal.usage(Cli.quoted(word) + " is not one of in, out, scheduled", "Leave it out for all three"));
  }

  /** All kinds, for completion. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(values()).map(ScalingKind::word).iterator();
    }
  }
}
