package io.sagescale.lint;

import io.sagescale.model.EndpointScaling;
import java.time.Instant;

/**
 * A document to examine.
 *
 * @param isWhole false when the document has policies that could not be read, so that what is not in it may be in them
 * @param now the moment from which schedules are looked at
 */
public record Subject(EndpointScaling scaling, boolean isWhole, Instant now) {}
