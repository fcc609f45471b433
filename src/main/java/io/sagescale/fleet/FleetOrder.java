package io.sagescale.fleet;

import io.sagescale.model.ResourceId;
import java.time.Instant;

/** What the fleet wants done outside itself, in the order it was decided. */
public sealed interface FleetOrder {
  record LaunchInstance(int instance, String instanceType, int zone) implements FleetOrder {}

  record ReleaseInstance(int instance) implements FleetOrder {}

  /** @param hasImage whether an earlier copy left the container image on the instance */
  record StartCopy(int copy, int instance, ResourceId owner, boolean hasImage) implements FleetOrder {}

  record StopCopy(int copy) implements FleetOrder {}

  /** The copy takes requests from now on. */
  record EnterService(int copy, ResourceId owner) implements FleetOrder {}

  /** The copy takes no further requests. */
  record LeaveService(int copy, ResourceId owner) implements FleetOrder {}

  /** Ask again at that time whether the instance is still without copies. */
  record CheckIdle(int instance, Instant at) implements FleetOrder {}

  /** Ask again at that time whether copies of this update still wait for a place. */
  record CheckPlacement(ResourceId resource, int update, Instant at) implements FleetOrder {}

  /** The copies that found no place are given up; {@code capacity} is wanted from now on. */
  record GivenUp(ResourceId resource, int capacity) implements FleetOrder {}

  /** Nothing is left of the deleted resource; it is to be forgotten. */
  record Gone(ResourceId resource) implements FleetOrder {}

  /** The resource has reached the capacity it was last set to. */
  record Settled(ResourceId resource, int capacity) implements FleetOrder {}
}
