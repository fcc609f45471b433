package io.sagescale.connect;

import java.math.BigDecimal;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * What the first call of a process takes long for, done on another processor while a person's words are read: the SDK's
 * tables of services and regions, and the powers behind the JDK's decimal numbers.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** From any thread; nothing depends on it. */
  public static void play() {
    ServiceMetadata.of("application-autoscaling");
    var _ = BigDecimal.valueOf(1);
  }
}
