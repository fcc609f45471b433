/** Judges alarm rules on data points as CloudWatch does, and keeps each alarm's state and history. */
@NullMarked
package io.sagescale.alarm;

import org.jspecify.annotations.NullMarked;
