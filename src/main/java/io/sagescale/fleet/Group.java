package io.sagescale.fleet;

import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The copies of one resource, and how many of them are wanted. */
final class Group {
  final ResourceId resource;
  final Host host;
  final Instant createdAt;
  ComputeRequirements need;
  final List<Copy> copies = new ArrayList<>();
  int desired;
  int version;
  Standing standing = Standing.CREATING;
  Instant changedAt;
  /** Number of the last update, to tell one from the next. */
  int update;
  boolean isGone;

  Group(ResourceId resource, Host host, ComputeRequirements need, Instant createdAt) {
    this.resource = resource;
    this.host = host;
    this.need = need;
    this.createdAt = createdAt;
    this.changedAt = createdAt;
  }

  int count(CopyState state) {
    int count = 0;
    for (Copy copy : copies) {
      count += copy.state == state ? 1 : 0;
    }
    return count;
  }

  /** Copies that exist or are on their way, those on their way out left out; of the newest version. */
  List<Copy> current() {
    List<Copy> current = new ArrayList<>();
    for (Copy copy : copies) {
      if (copy.version == version && copy.state != CopyState.DRAINING && copy.state != CopyState.STOPPED) {
        current.add(copy);
      }
    }
    return current;
  }

  /** The newest version that was rolled out before the present one and is still there; the present one when there is none. */
  int versionBefore() {
    int before = -1;
    for (Copy copy : copies) {
      if (copy.version < version && copy.state != CopyState.DRAINING) {
        before = Math.max(before, copy.version);
      }
    }
    return before < 0 ? version : before;
  }

  /** Copies that SageMaker counts as in service: a crashed container does not lower the instance count. */
  int inService() {
    return count(CopyState.IN_SERVICE) + count(CopyState.CRASHED);
  }

  void meet(Standing.Event event, Instant now) {
    Standing next = standing.after(event);
    changedAt = next == standing ? changedAt : now;
    standing = next;
  }

  boolean isSettled() {
    return inService() == desired && copies.size() == desired;
  }
}
