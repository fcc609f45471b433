/**
 * What was measured: bounded series of samples, and the answer to "statistic of metric over period". An empty period is
 * absent, never zero.
 */
@NullMarked
package io.sagescale.metrics;

import org.jspecify.annotations.NullMarked;
