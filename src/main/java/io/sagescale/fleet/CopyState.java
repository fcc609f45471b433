package io.sagescale.fleet;

/** Where a copy of a model stands in its life. */
public enum CopyState {
  /** Wanted, but its instance is not running yet, or no instance has room. */
  WAITING,
  /** Pulling, downloading, starting, or under its first health checks. */
  STARTING,
  /** Takes requests. */
  IN_SERVICE,
  /** Its container died and is being restarted on the same instance. */
  CRASHED,
  /** Takes no new requests and finishes those it has. */
  DRAINING,
  /** Gone. */
  STOPPED
}
