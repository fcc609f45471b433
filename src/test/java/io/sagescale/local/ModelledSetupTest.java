package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.ResourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelledSetupTest {
  @Test
  void aModelledComponentLivesBesideTheEndpointsOfOthers() {
    assertEquals("ic-endpoint", host("ic"));
    assertEquals("ic-endpoint-2", host("ic", "ic-endpoint"));
    assertEquals("ic-endpoint-3", host("ic", "ic-endpoint", "ic-endpoint-2"));
  }

  @Test
  void theNameOfItsEndpointIsOneThatSageMakerTakes() {
    assertEquals("a".repeat(54) + "-endpoint", host("a".repeat(63)));
    assertEquals("a".repeat(50) + "-endpoint", host("a".repeat(50) + "-----" + "b".repeat(8)));
  }

  private static String host(String component, String... taken) {
    return ModelledSetup.host(new ResourceId.Component(component), List.of(taken)::contains).endpoint();
  }
}
