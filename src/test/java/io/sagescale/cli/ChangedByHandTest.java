package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sagescale.cli.Session.Answer;
import io.sagescale.report.ResultSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.AdditionalAnswers;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** Files and hands on one engine: what is shown, asked, told, and left alone. */
class ChangedByHandTest {
  private static final String STEP = "policies/llama3-8b-step.yaml";
  private static final String CONCURRENCY = "policies/llama3-8b-concurrency.yaml";
  private static final String INVOCATIONS = "policies/llama3-8b-invocations.yaml";
  private static final String HYBRID = "policies/llama3-8b-hybrid.yaml";

  @TempDir Path folder;

  private final LivingEngine engine = new LivingEngine(Instant.parse("2026-01-02T03:04:05Z"));

  @AfterEach
  void close() {
    engine.close();
  }

  private Session session() {
    return Session.in(folder).living(engine);
  }

  /** Files of {@code policies/} are named as in the project. */
  private Answer run(String line) {
    return session().line(absolute(line));
  }

  private static String absolute(String line) {
    return line.replace("policies/", Path.of("policies").toAbsolutePath() + "/");
  }

  private void done(String line) {
    Answer answer = run(line);
    assertEquals(Exit.DONE, answer.exit(), line + ": " + answer.out() + answer.err());
  }

  @Test
  void driftIsToldInSentencesAndPutRight() {
    done("apply " + STEP + " --yes");
    done("target register llama3-8b/AllTraffic --max 9");
    done("policy delete llama3-8b/AllTraffic quiet-in --yes");
    done("policy track llama3-8b/AllTraffic --metric InvocationsPerInstance --target 70 --name by-hand");
    Answer drift = run("drift " + STEP);
    assertEquals(new Answer(Exit.CHANGES, """
        llama3-8b/AllTraffic: target: capacity.max is 9, and the file says 4
        llama3-8b/AllTraffic: policy quiet-in is missing
        llama3-8b/AllTraffic: alarm endpoint/llama3-8b/variant/AllTraffic/quiet-in: calls is nothing, and the file says policy quiet-in
        llama3-8b/AllTraffic: note: policy by-hand is not from files, and stays
        Drift: put it right with sagescale apply.
        """, ""), drift);
    done("apply " + STEP + " --yes");
    assertEquals("""
        llama3-8b/AllTraffic: note: policy by-hand is not from files, and stays
        No drift: 1 target is as the files say.
        """, run("drift " + STEP).out());
    assertEquals("burst-out\nby-hand\nquiet-in\n", run("policy list -o name").out());
  }

  @Test
  void whatChangesIsSaidInItsConsequence() {
    done("apply " + INVOCATIONS + " --yes");
    assertEquals("""
        llama3-8b/AllTraffic  llama3-8b
          + policy concurrency
              type            track
              metric          ConcurrentRequestsPerModel
              target          5
              cooldown.out    180s
              cooldown.in     180s
              disableScaleIn  false
          - policy invocations
          → scale-out after about 35 s instead of 6 min
          → scale-in after about 15 min 15 s instead of 18 min

        1 to add, 0 to change, 1 to delete.
        """, run("plan " + CONCURRENCY).out());
    assertEquals("""
        ### sagescale plan: 1 to add, 0 to change, 1 to delete.

        #### `llama3-8b/AllTraffic`
        - **scale-out after about 35 s instead of 6 min**
        - **scale-in after about 15 min 15 s instead of 18 min**

        | | what | setting | before | after |
        |---|---|---|---|---|
        | `+` | `policy concurrency` | type |  | `track` |
        | | | metric |  | `ConcurrentRequestsPerModel` |
        | | | target |  | `5` |
        | | | cooldown.out |  | `180s` |
        | | | cooldown.in |  | `180s` |
        | | | disableScaleIn |  | `false` |
        | `-` | `policy invocations` | | | |
        """, run("plan -o markdown " + CONCURRENCY).out());
  }

  @Test
  void jsonIsAsItsSchemaSays() {
    done("apply " + STEP + " --yes");
    String json = run("plan -o json " + INVOCATIONS).out();
    assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ResultSchemas.of("PlanResult"), InputFormat.JSON).validate(json, InputFormat.JSON));
    assertTrue(json.contains("\"consequences\" : [ \"scale-out after about 6 min instead of 25 s\""), json);
  }

  @Test
  void asksFirst() {
    Answer refused = run("apply " + CONCURRENCY);
    assertEquals(Exit.USAGE, refused.exit());
    assertTrue(refused.err().contains("Add --yes"), refused.err());
    Answer no = session().answering("n").line(absolute("apply " + CONCURRENCY));
    assertEquals(Exit.FAILED, no.exit());
    assertEquals("", run("target list -o name").out());
    assertEquals(Exit.DONE, session().answering("y").line(absolute("apply " + CONCURRENCY)).exit());
    assertEquals("llama3-8b/AllTraffic\n", run("target list -o name").out());
  }

  @Test
  void aKeptPlanIsAppliedExactlyOrNotAtAll() throws IOException {
    done("apply " + INVOCATIONS + " --yes");
    done("plan " + CONCURRENCY + " --out kept.plan");
    assertEquals(Exit.USAGE, run("plan " + CONCURRENCY + " --out " + CONCURRENCY).exit());
    done("target register llama3-8b/AllTraffic --max 9");
    Answer moved = run("apply kept.plan --yes");
    assertEquals(new Answer(Exit.FAILED, "", "sagescale: AWS is no longer as it was when the plan was made, and nothing was changed.\n"
        + "Plan it again: sagescale plan FILE --out FILE.plan\n"), moved);
    done("target register llama3-8b/AllTraffic --max 4");
    done("apply kept.plan --yes");
    assertEquals("concurrency\n", run("policy list -o name").out());
    assertEquals(Exit.FAILED, run("apply kept.plan --yes").exit());
    assertEquals(Exit.USAGE, run("apply kept.plan --yes --adopt").exit());
    Files.writeString(folder.resolve("kept.plan"), Files.readString(folder.resolve("kept.plan")).substring(0, 200));
    assertTrue(run("apply kept.plan --yes").err().contains("it is damaged"));
  }

  @Test
  void whatHandsMadeIsTakenOverOnlyWhenThatIsAskedFor() {
    done("target register llama3-8b/AllTraffic --min 1 --max 2");
    done("policy track llama3-8b/AllTraffic --metric InvocationsPerInstance --target 70 --name by-hand");
    Answer blocked = run("apply " + CONCURRENCY + " --yes");
    assertEquals(new Answer(Exit.FAILED, """
        llama3-8b/AllTraffic  llama3-8b
          ! the target is registered, and no file cares for it
          note: policy by-hand is not from files, and stays

        Something is in the way: no plan.
        """, "sagescale: what is there is not from these files, and nothing was changed.\n"
        + "Take it over with --adopt, or leave it out of the files\n"), blocked);
    done("apply " + CONCURRENCY + " --yes --adopt");
    assertEquals("by-hand\nconcurrency\n", run("policy list -o name").out());
    assertEquals(Exit.DONE, run("plan " + CONCURRENCY + " --detailed-exitcode").exit());
    Answer others = run("destroy " + CONCURRENCY + " --yes --owner others");
    assertEquals(Exit.FAILED, others.exit());
    assertTrue(others.err().contains("Name the --owner whose files they are"), others.err());
    done("destroy " + CONCURRENCY + " --yes");
    assertEquals("by-hand\n", run("policy list -o name").out());
  }

  @Test
  void prunesByOwner() {
    done("apply " + CONCURRENCY + " --yes --owner genai");
    assertEquals(Exit.USAGE, run("apply policies/llama2-7b-concurrency.yaml --yes --prune").exit());
    done("apply policies/llama2-7b-concurrency.yaml --yes --prune --owner others");
    assertEquals("llama3-8b/AllTraffic\nllama2-7b/AllTraffic\n", run("target list -o name").out());
    done("apply policies/llama2-7b-concurrency.yaml --yes --adopt --prune --owner genai");
    assertEquals("llama2-7b/AllTraffic\n", run("target list -o name").out());
  }

  @Test
  void waitsUntilItIsSo() {
    done("apply " + CONCURRENCY + " --yes --wait=20m");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "plan policies/                   | a second document scales llama3-8b/AllTraffic",
    "apply --yes policies/            | a second document scales llama3-8b/AllTraffic",
    "drift absent.yaml                | there is no such file",
    "destroy --yes unknown.yaml       | This version cannot plan it",
    "apply --yes unknown.yaml         | This version cannot plan it",
  })
  void problemsInFilesComeBeforeAnyCall(String line, String told) throws IOException {
    Files.writeString(folder.resolve("unknown.yaml"), """
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: unknown}
        spec:
          target: {endpoint: llama3-8b, variant: AllTraffic, capacity: {min: 1, max: 4}}
          policies:
            - {name: new, track: {metric: SageMakerVariantTokensPerSecond, target: 5}}
        """);
    FakeClients clients = FakeClients.empty();
    Answer answer = Session.in(folder).talking(clients).line(absolute(line));
    assertEquals(Exit.PROBLEMS, answer.exit(), answer.err());
    assertTrue(answer.err().contains(told), answer.err());
    assertEquals("", answer.out());
    verifyNoInteractions(clients.scaling(), clients.cloudWatch());
  }

  @Test
  void whatWasDoneAndWhatNotIsTold() {
    run("target list");
    try (Clients real = engine.clients()) {
      ApplicationAutoScalingClient scaling =
          mock(ApplicationAutoScalingClient.class, AdditionalAnswers.delegatesTo(real.scaling()));
      doThrow(ApplicationAutoScalingException.builder().statusCode(400).awsErrorDetails(AwsErrorDetails.builder()
          .errorCode("AccessDeniedException").errorMessage("not yours").build()).build())
          .when(scaling).putScalingPolicy(any(PutScalingPolicyRequest.class));
      Answer refused = Session.in(folder).talking(new Delegates(scaling, real)).line(absolute("apply --yes " + HYBRID));
      assertEquals(Exit.FAILED, refused.exit());
      assertEquals("""
          done       + llama3-8b/AllTraffic target
          refused    + llama3-8b/AllTraffic policy concurrency: AccessDeniedException: not yours
          not tried  + llama3-8b/AllTraffic policy crash-guard
          """, refused.out().substring(refused.out().indexOf("done ")));
      assertEquals("sagescale: 1 of 3 calls are done; the others are listed above.\n"
          + "Run the same command again: it goes on from what is there\n", refused.err());
      doThrow(SdkClientException.create("Read timed out")).when(scaling).putScalingPolicy(any(PutScalingPolicyRequest.class));
      Answer silent = Session.in(folder).talking(new Delegates(scaling, real)).line(absolute("apply --yes " + HYBRID));
      assertTrue(silent.out().contains(
          "unknown    + llama3-8b/AllTraffic policy concurrency: it may have been done or not: Read timed out"), silent.out());
    }
    done("apply --yes " + HYBRID);
    assertEquals("concurrency\ncrash-guard\n", run("policy list -o name").out());
  }

  private record Delegates(ApplicationAutoScalingClient scaling, Clients real) implements Clients {
    @Override
    public CloudWatchClient cloudWatch() {
      return real.cloudWatch();
    }

    @Override
    public SageMakerClient sageMaker() {
      return real.sageMaker();
    }

    @Override
    public void close() {}
  }
}
