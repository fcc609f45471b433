/** Turns a breach into a capacity decision with its reason: policies, cooldowns, agreement, schedules and activities. */
@NullMarked
package io.sagescale.scaling;

import org.jspecify.annotations.NullMarked;
