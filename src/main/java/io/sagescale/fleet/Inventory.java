package io.sagescale.fleet;

import io.sagescale.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is, oldest first: variants with their instances, scalable resources with their copies. */
final class Inventory {
  final Map<ResourceId.Variant, Host> hosts = new LinkedHashMap<>();
  final Map<ResourceId, Group> groups = new LinkedHashMap<>();
  /** By id, those that are gone included. */
  final List<Copy> copies = new ArrayList<>();

  List<Host> hostsOf(String endpoint) {
    List<Host> found = new ArrayList<>();
    for (Host host : hosts.values()) {
      if (host.variant.endpoint().equals(endpoint)) {
        found.add(host);
      }
    }
    return found;
  }

  Standing standing(Host host) {
    Group group = groups.get(host.variant);
    return group == null ? host.standing : group.standing;
  }

  Host host(ResourceId.Variant variant) {
    Host host = hosts.get(variant);
    if (host == null) {
      throw new IllegalArgumentException("no variant " + variant.text());
    }
    return host;
  }

  Group group(ResourceId resource) {
    Group group = groups.get(resource);
    if (group == null) {
      throw new IllegalArgumentException("nothing runs under " + resource.text());
    }
    return group;
  }
}
