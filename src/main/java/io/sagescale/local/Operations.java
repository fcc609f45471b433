package io.sagescale.local;

import io.sagescale.api.AutoScalingApi;
import io.sagescale.api.CloudWatchApi;
import io.sagescale.api.OperationGroup;
import io.sagescale.api.SageMakerApi;
import java.util.List;

/** The operations of every service that a local engine answers, made anew for each engine. */
final class Operations {
  private Operations() {}

  static List<OperationGroup> all() {
    return List.of(new AutoScalingApi(), new CloudWatchApi(), new SageMakerApi());
  }
}
