package io.sagescale.fleet;

import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.ResourceId;
import org.jspecify.annotations.Nullable;

/** One running model: of a variant, or of a component on a variant's instances. */
final class Copy {
  final int id;
  final ResourceId owner;
  final ComputeRequirements need;
  final int version;
  @Nullable Instance instance;
  CopyState state = CopyState.WAITING;

  Copy(int id, ResourceId owner, ComputeRequirements need, int version) {
    this.id = id;
    this.owner = owner;
    this.need = need;
    this.version = version;
  }
}
