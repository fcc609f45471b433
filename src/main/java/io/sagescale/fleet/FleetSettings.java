package io.sagescale.fleet;

import io.sagescale.model.InstanceType;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the fleet may use.
 *
 * @param types instance types by name
 * @param quotaPerType most instances of one type in the account. Source: "TYPE for endpoint usage", differs by account
 * @param zones availability zones that instances are spread over, 1 or more
 * @param placementLimit how long copies may wait for an instance before the update is rolled back. Unverified: one report
 *     speaks of about 30 minutes
 */
public record FleetSettings(
    SortedMap<String, InstanceType> types, int quotaPerType, int zones, Duration placementLimit) {
  public static final int DEFAULT_ZONES = 3;
  public static final Duration PLACEMENT_LIMIT = Duration.ofMinutes(30);

  public FleetSettings {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  InstanceType type(String name) {
    InstanceType type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("unknown instance type " + name);
    }
    return type;
  }
}
