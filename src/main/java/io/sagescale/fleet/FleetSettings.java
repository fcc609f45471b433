package io.sagescale.fleet;

import io.sagescale.model.InstanceType;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the fleet may use.
 *
 * @param types instance types by name
 * @param quotaPerType most instances of one type in the account. Source: "TYPE for endpoint usage", differs by account
 * @param zones availability zones that instances are spread over, 1 or more
 */
public record FleetSettings(SortedMap<String, InstanceType> types, int quotaPerType, int zones) {
  public static final int DEFAULT_ZONES = 3;

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
