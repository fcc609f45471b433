package io.sagescale.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the launch post and AWS's notebooks do, as boto3 scripts that know no engine but its address and its clock: each checks its
 * alarms, the texts of its activities and its capacity. Source: facts of the launch post, the notebooks of
 * amazon-sagemaker-examples and sagemaker-genai-hosting-examples, and the developer guide on zero instances.
 */
class FlowsTest {
  @ParameterizedTest
  @ValueSource(strings = {"launch_endpoint", "launch_component", "step_scaling", "scale_to_zero"})
  void withANewBoto3(String flow) throws IOException {
    run(Clients.newBoto(), flow);
  }

  /** Clients of 2022 do not know inference components. */
  @ParameterizedTest
  @ValueSource(strings = {"launch_endpoint", "step_scaling"})
  void withAnOldBoto3(String flow) throws IOException {
    run(Clients.oldBoto(), flow);
  }

  private static void run(Program python, String flow) throws IOException {
    try (ServedEngine engine = new ServedEngine()) {
      Program.Outcome outcome = python.run(
          List.of(Path.of("src/test/resources/doors/flows", flow + ".py").toString()),
          Map.of("AWS_ENDPOINT_URL", engine.uri().toString()));
      assertEquals(0, outcome.exit(), outcome::all);
      assertEquals(List.of(), engine.said);
    }
  }
}
