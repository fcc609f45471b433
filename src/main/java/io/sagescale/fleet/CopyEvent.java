package io.sagescale.fleet;

/** What can happen to a copy. */
public enum CopyEvent { INSTANCE_READY, HEALTHY, CRASH, DRAIN, STOP }
