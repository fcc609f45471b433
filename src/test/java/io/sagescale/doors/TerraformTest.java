package io.sagescale.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform with AWS's provider: what it applies it finds again without a difference, and it takes all of it away. */
class TerraformTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A folder laid out as a filesystem mirror, with the provider in it. */
  private static final String MIRROR = "SAGESCALE_TERRAFORM_PLUGINS";

  @TempDir Path folder;

  @Test
  void appliesPlansCleanAndDestroys() throws Exception {
    Program terraform = Clients.terraform();
    Path mirror = mirror();
    Files.copy(Path.of("src/test/resources/doors/terraform/main.tf"), folder.resolve("main.tf"));
    try (ServedEngine engine = new ServedEngine()) {
      run(terraform, engine, "init", "-input=false", "-no-color", "-plugin-dir=" + mirror);
      run(terraform, engine, "apply", "-auto-approve", "-input=false", "-no-color");

      SdkTeller sdk = new SdkTeller(engine.uri());
      JsonNode input = JSON.createObjectNode().put("ServiceNamespace", "sagemaker");
      assertEquals(8, sdk.ask("application-autoscaling", "DescribeScheduledActions", input)
          .at("/answer/ScheduledActions/0/ScalableTargetAction/MaxCapacity").asInt());
      assertEquals("busy", sdk.ask("application-autoscaling", "DescribeScalingPolicies", input)
          .at("/answer/ScalingPolicies").findValues("AlarmName").stream().map(JsonNode::asText)
          .filter(name -> !name.startsWith("TargetTracking-")).findFirst().orElseThrow());

      run(terraform, engine, "plan", "-detailed-exitcode", "-input=false", "-no-color");
      run(terraform, engine, "destroy", "-auto-approve", "-input=false", "-no-color");
      assertEquals(0, sdk.ask("application-autoscaling", "DescribeScalableTargets", input).at("/answer/ScalableTargets").size());
      assertEquals(0, sdk.ask("cloudwatch", "DescribeAlarms", JSON.createObjectNode()).at("/answer/MetricAlarms").size());
    }
  }

  private void run(Program terraform, ServedEngine engine, String... words) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-chdir=" + folder));
    arguments.addAll(List.of(words));
    Map<String, String> environment = new TreeMap<>(Map.of(
        "AWS_ENDPOINT_URL", engine.uri().toString(), "CHECKPOINT_DISABLE", "1", "TF_CLI_CONFIG_FILE", configuration().toString(),
        "TF_IN_AUTOMATION", "1"));
    Program.Outcome outcome = terraform.run(arguments, environment);
    assertEquals(0, outcome.exit(), () -> String.join(" ", words) + ": " + outcome.all());
  }

  /** The user's own settings have no say. */
  private Path configuration() throws IOException {
    Path file = folder.resolve("terraform.rc");
    return Files.exists(file) ? file : Files.createFile(file);
  }

  private static Path mirror() {
    List<File> places = new ArrayList<>();
    places.add(new File(Optional.ofNullable(System.getenv(MIRROR)).orElse("")));
    places.add(new File(System.getProperty("user.home"), ".terraform.d/plugins"));
    places.add(new File("/usr/share/terraform/plugins"));
    places.addAll(List.of(Optional.ofNullable(new File("/opt").listFiles()).orElse(new File[0])));
    return places.stream().filter(place -> new File(place, "registry.terraform.io/hashicorp/aws").isDirectory())
        .map(File::toPath).findFirst().orElseGet(() -> abort("SKIPPED: no mirror with hashicorp/aws for Terraform. To have one:"
            + " terraform providers mirror ~/.terraform.d/plugins, or name a folder in " + MIRROR));
  }
}
