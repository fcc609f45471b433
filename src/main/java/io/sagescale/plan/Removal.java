package io.sagescale.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How what an owner has on one target goes: alarms before the policies that they call, the target last. */
final class Removal {
  private final TargetState state;
  private final Ownership ownership;

  Removal(TargetState state, Ownership ownership) {
    this.state = state;
    this.ownership = ownership;
  }

  Plan.Part part() {
    @Nullable Claim claim = Planner.claim(state).orElse(null);
    if (state.registered() != null && (claim == null || !claim.owner().equals(ownership.owner()))) {
      String whose = claim == null ? "no file" : "files of owner '" + claim.owner() + "'";
      return part(List.of(), List.of("the target is cared for by " + whose + ", not of owner '" + ownership.owner() + "'"),
          List.of());
    }
    List<Change> changes = new ArrayList<>();
    List<String> left = new ArrayList<>();
    deleteAlarms(changes, left);
    if (claim != null && state.registered() != null) {
      int leftAlarms = left.size();
      deletePolicies(claim, changes, left);
      deleteSchedules(claim, changes, left);
      boolean isShared = left.size() > leftAlarms;
      changes.add(isShared ? new Change.ClaimTarget(
              state.resource(), state.registered().arn(), state.registered().claimTags(), new TreeMap<>())
          : new Change.DeregisterTarget(state.resource(), gone(Settings.of(state.registered().target()))));
      if (isShared) {
        left.add("the target stays registered, because it has what is not from files");
      }
    }
    return part(changes, List.of(), left);
  }

  private void deleteAlarms(List<Change> changes, List<String> left) {
    for (TargetState.Alarm alarm : state.alarms()) {
      if (AlarmTags.isOf(alarm, ownership.owner(), state.resource())) {
        changes.add(new Change.DeleteAlarm(state.resource(), alarm.name(), gone(state.settings(alarm))));
      } else {
        left.add("alarm " + alarm.name() + " is not from files, and stays");
      }
    }
  }

  private void deletePolicies(Claim claim, List<Change> changes, List<String> left) {
    for (TargetState.Policy policy : state.policies()) {
      if (claim.hasPolicy(policy.name())) {
        changes.add(new Change.DeletePolicy(state.resource(), policy.name(), gone(policy.settings())));
      } else {
        left.add("policy " + policy.name() + " is not from files, and stays");
      }
    }
  }

  private void deleteSchedules(Claim claim, List<Change> changes, List<String> left) {
    for (TargetState.Schedule schedule : state.schedules()) {
      if (claim.hasSchedule(schedule.name())) {
        changes.add(new Change.DeleteSchedule(state.resource(), schedule.name(), gone(schedule.settings())));
      } else {
        left.add("schedule " + schedule.name() + " is not from files, and stays");
      }
    }
  }

  private Plan.Part part(List<Change> changes, List<String> obstacles, List<String> notes) {
    return new Plan.Part(state, null, changes, obstacles, notes);
  }

  private static Edit gone(Settings settings) {
    return new Edit(settings, null);
  }
}
