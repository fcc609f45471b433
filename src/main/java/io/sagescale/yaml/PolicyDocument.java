package io.sagescale.yaml;

import io.sagescale.lint.Subject;
import io.sagescale.model.EndpointScaling;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One sound EndpointScaling document and where it stands.
 *
 * @param line where the document begins, from 1
 * @param index which document of the file it is, from 0
 * @param unknownMetrics warnings about policies on metric types that only AWS knows; those policies are left out of
 *     {@code scaling}, so the document can be validated but not simulated
 * @param positions where its parts stand in the file
 */
public record PolicyDocument(
    EndpointScaling scaling, Path file, int line, int index, List<Problem> unknownMetrics, Positions positions) {
  public PolicyDocument {
    unknownMetrics = List.copyOf(unknownMetrics);
  }

  /** The document as rules look at it at a moment. */
  public Subject subject(Instant now) {
    return new Subject(scaling, unknownMetrics.isEmpty(), now);
  }
}
