package io.sagescale.scaling;

import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduledAction;
import java.time.Instant;

/** One due moment of a scheduled action. */
public record ScheduleFiring(ResourceId resource, ScheduledAction action, Instant at) {}
