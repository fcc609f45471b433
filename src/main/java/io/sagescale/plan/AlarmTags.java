package io.sagescale.plan;

import io.sagescale.model.ResourceId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags that make an alarm ours: whose it is, and for which target. AWS sets them in the moment in which it makes the alarm. */
final class AlarmTags {
  private static final String TARGET = Claim.PREFIX + "target";

  private AlarmTags() {}

  static SortedMap<String, String> of(String owner, ResourceId resource) {
    return new TreeMap<>(Map.of(Claim.OWNER, owner, TARGET, resource.text()));
  }

  static boolean isOf(TargetState.Alarm alarm, String owner, ResourceId resource) {
    return owner.equals(alarm.tags().get(Claim.OWNER)) && resource.text().equals(alarm.tags().get(TARGET));
  }
}
