package io.sagescale.alarm;

import io.sagescale.model.AlarmState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an alarm stands.
 *
 * @param reasonData AWS's JSON; null until the alarm is evaluated for the first time
 * @param updated when the state was last set, also to the same value
 * @param transitioned when the state last became another one; the creation counts
 * @param configured when the rule was last put
 */
public record AlarmStatus(
    AlarmState state,
    String reason,
    @Nullable String reasonData,
    Instant updated,
    Instant transitioned,
    Instant configured) {}
