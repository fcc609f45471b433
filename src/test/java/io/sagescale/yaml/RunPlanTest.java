package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which policy runs with which scenario, and what keeps it from running. */
class RunPlanTest {
  private static final String BOTH = YamlFile.POLICY + "---\n" + YamlFile.SCENARIO;

  @TempDir Path folder;

  @Test
  void everyScenarioOfTheFileIsRun() throws IOException {
    String second = YamlFile.SCENARIO.replace("name: day", "name: night");
    assertEquals(List.of("chat day", "chat night"), runs(BOTH + "---\n" + second));
  }

  @Test
  void scenarioOfAnotherFileTakesItsPlace() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), YamlFile.SCENARIO.replace("name: day", "name: other"));
    Runs runs = PolicyFiles.runs(List.of(YamlFile.of(folder, BOTH).path()), other, null);
    assertEquals("other", runs.runs().getFirst().scenario().name());
  }

  @Test
  void policyWithoutScenarioNamesBothWays() throws IOException {
    assertEquals(List.of("file.yaml:1:1: error: the policy chat has no scenario. Add a Scenario document to the file, or "
        + "name one by --scenario FILE or requests by --trace FILE."), problems(YamlFile.POLICY));
  }

  @Test
  void scenarioWithoutServerIsRefused() throws IOException {
    String policy = YamlFile.POLICY.replace("profile: llama3-8b/g5.2xlarge/vllm, ", "");
    String scenario = YamlFile.SCENARIO.replace("    profile: llama3-8b/g5.2xlarge/vllm\n", "");
    assertEquals(List.of("file.yaml:23:1: error: neither the scenario nor the policy chat names a server. Add "
        + "spec.endpoint.profile here or spec.expect.profile in the policy."), problems(policy + "---\n" + scenario));
  }

  @Test
  void metricThatOnlyAwsKnowsIsNotSimulated() throws IOException {
    String text = BOTH.replace("ConcurrentRequestsPerModel, target", "SageMakerVariantNews, target");
    List<String> told = problems(text);
    assertEquals("file.yaml:11:23: error: sagescale does not know the metric type \"SageMakerVariantNews\". Remove the "
        + "policy to simulate the others.", told.getLast());
  }

  @Test
  void hostingUnderAVariantIsRefused() throws IOException {
    String text = BOTH.replace("    copies: 1\n", "    copies: 1\n    hosting: {max: 2}\n");
    assertEquals(List.of("file.yaml:23:1: error: hosting is for components, and the policy chat scales a variant. Remove "
        + "spec.endpoint.hosting."), problems(text));
  }

  @Test
  void policyChangeOfATargetThatNoPolicyScalesIsRefused() throws IOException {
    Files.writeString(folder.resolve("next.yaml"), YamlFile.POLICY.replace("endpoint: chat", "endpoint: other"));
    String text = BOTH.replace("crash: {copies: 1, for: 3m, mode: failFast}", "policyChange: next.yaml");
    assertEquals(List.of("file.yaml:23:1: error: a policyChange scales other/AllTraffic, which no policy of this run does. "
        + "Name the same target in both files."), problems(text));
  }

  @Test
  void fileOfScenariosAloneIsRefused() throws IOException {
    assertEquals(List.of("file.yaml:1:1: error: there is no EndpointScaling document to run. Name a policy file."),
        problems(YamlFile.SCENARIO));
  }

  @Test
  void missingTraceIsTold() throws IOException {
    YamlFile file = YamlFile.of(folder, BOTH);
    Runs runs = PolicyFiles.runs(List.of(file.path()), null, folder.resolve("none.csv"));
    assertEquals(List.of("none.csv:1:1: error: the trace does not exist. Name a file with one request a line."),
        file.lines(runs.problems()));
  }

  @Test
  void scenarioFileWithoutScenarioIsTold() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), YamlFile.POLICY);
    YamlFile file = YamlFile.of(folder, BOTH);
    assertEquals(List.of("other.yaml:1:1: error: there is no Scenario document in this file. Name a file with kind: "
        + "Scenario."), file.lines(PolicyFiles.runs(List.of(file.path()), other, null).problems()));
  }

  private List<String> runs(String text) throws IOException {
    Runs runs = PolicyFiles.runs(List.of(YamlFile.of(folder, text).path()), null, null);
    assertEquals(List.of(), runs.problems());
    return runs.runs().stream().map(run -> run.policy().scaling().name() + " " + run.scenario().name()).toList();
  }

  private List<String> problems(String text) throws IOException {
    YamlFile file = YamlFile.of(folder, text);
    return file.lines(PolicyFiles.runs(List.of(file.path()), null, null).problems());
  }
}
