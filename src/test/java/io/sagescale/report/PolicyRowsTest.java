package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

class PolicyRowsTest {
  /** AWS always sends a type; another engine may not. */
  @Test
  void aPolicyOfWhichLittleIsKnownHasARuleOfADash() {
    assertEquals("-", PolicyRows.rule(ScalingPolicy.builder().policyName("p").build()));
  }
}
