package io.sagescale.metrics;

import java.time.Instant;

/**
 * One statistic of one period.
 *
 * @param periodStart start of the period; CloudWatch stamps a period by its start
 * @param sampleCount how many samples the value stands for; 0 when it came from metric math
 */
public record DataPoint(Instant periodStart, double value, double sampleCount) {}
