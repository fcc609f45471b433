package io.sagescale.plan;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Desired against observed, as pure functions. What it does not own it neither changes nor deletes. */
public final class Planner {
  private Planner() {}

  /**
   * The changes that make AWS what the documents say.
   *
   * @param desired documents of different targets
   * @param observed at least the targets of the documents; one that is missing counts as nothing
   */
  public static Plan plan(List<EndpointScaling> desired, List<TargetState> observed, Ownership ownership) {
    return new Plan(parts(desired, observed, ownership), Plan.fingerprint(observed));
  }

  /**
   * As {@link #plan}, and what this owner has beside the documents goes.
   *
   * @param observed everything of the region
   */
  public static Plan planAndPrune(List<EndpointScaling> desired, List<TargetState> observed, Ownership ownership) {
    List<Plan.Part> parts = new ArrayList<>(parts(desired, observed, ownership));
    List<ResourceId> kept = desired.stream().map(document -> document.target().resource()).toList();
    for (TargetState state : observed) {
      boolean isOurs = claim(state).map(claim -> claim.owner().equals(ownership.owner())).orElse(false);
      if (isOurs && !kept.contains(state.resource())) {
        parts.add(new Removal(state, ownership).part());
      }
    }
    return new Plan(parts, Plan.fingerprint(observed));
  }

  /** The changes that take away what the documents' targets have of this owner. */
  public static Plan destroy(List<EndpointScaling> documents, List<TargetState> observed, Ownership ownership) {
    Map<ResourceId, TargetState> states = byResource(observed);
    return new Plan(documents.stream()
        .map(document -> new Removal(state(document, states), ownership).part()).toList(),
        Plan.fingerprint(observed));
  }

  private static List<Plan.Part> parts(
      List<EndpointScaling> desired, List<TargetState> observed, Ownership ownership) {
    Map<ResourceId, TargetState> states = byResource(observed);
    return desired.stream()
        .map(document -> new Arrangement(document, state(document, states), ownership).part()).toList();
  }

  private static TargetState state(EndpointScaling document, Map<ResourceId, TargetState> states) {
    ResourceId resource = document.target().resource();
    return states.getOrDefault(resource, TargetState.nothing(resource));
  }

  private static Map<ResourceId, TargetState> byResource(List<TargetState> observed) {
    Map<ResourceId, TargetState> states = new LinkedHashMap<>();
    observed.forEach(state -> states.put(state.resource(), state));
    return states;
  }

  static Optional<Claim> claim(TargetState state) {
    return state.registered() == null ? Optional.empty() : state.registered().claim();
  }
}
