package io.sagescale.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTypeTest {
  @ParameterizedTest
  @CsvSource({
      "ml.t2.medium,    true",
      "ml.t3.large,     true",
      "ml.trn1.2xlarge, false", // Trainium, which begins with a t too
      "ml.g5.2xlarge,   false",
  })
  void knowsTheBurstableFamilies(String name, boolean expected) {
    assertEquals(expected, InstanceType.isBurstable(name));
  }
}
