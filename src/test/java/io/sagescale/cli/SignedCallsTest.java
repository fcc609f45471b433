package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.local.AccessKey;
import io.sagescale.local.EngineLog;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.EngineServer;
import io.sagescale.local.Serving;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine that looks at signatures, before {@code aws} itself and before our own commands. */
class SignedCallsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  /** The program signs with the key {@code a} and the secret {@code b}. */
  @ParameterizedTest
  @CsvSource({"b, 0, ''", "c, 254, The request signature we calculated does not match the signature you provided"})
  void awsIsLetInWithTheRightSecretAlone(String secret, int exit, String part) throws Exception {
    try (EngineServer engine = engine(new AccessKey("a", secret)); AwsProgram aws = AwsProgram.before(engine.uri(), folder)) {
      for (String line : List.of("application-autoscaling describe-scalable-targets --service-namespace sagemaker",
          "cloudwatch describe-alarms", "cloudwatch put-metric-data --namespace N --metric-name M --value 1",
          "sagemaker list-endpoints")) {
        Answer answer = aws.run(List.of(line.split(" ")));
        boolean isRefused = answer.exit() != 0;
        assertEquals(exit != 0, isRefused, line + ": " + answer.err());
        assertTrue(answer.err().contains(part), answer.err());
      }
    }
  }

  @Test
  void ourCommandsSignWithTheVariable() throws IOException {
    try (EngineServer engine = engine(new AccessKey("a", "b"))) {
      Session session = Session.in(folder).with("SAGESCALE_ENGINE", engine.uri().toString());
      Answer refused = session.line("target list");
      assertEquals(254, refused.exit());
      assertTrue(refused.err().contains("The security token included in the request is invalid"), refused.err());
      assertEquals(0, Session.in(folder).with("SAGESCALE_ENGINE", engine.uri().toString())
          .with("SAGESCALE_ENGINE_CREDENTIALS", "a:b").line("target list").exit());
    }
  }

  @ParameterizedTest
  @CsvSource({"local, 0, ''", "http://127.0.0.1:9, 253, SAGESCALE_ENGINE_CREDENTIALS is not KEY:SECRET"})
  void aVariableThatIsNoKeyMattersWhereItIsUsed(String engine, int exit, String part) {
    Answer answer = Session.in(folder).with("SAGESCALE_ENGINE", engine)
        .with("SAGESCALE_ENGINE_CREDENTIALS", "nocolon").line("target list");
    assertEquals(exit, answer.exit(), answer.err());
    assertTrue(answer.err().contains(part), answer.err());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      engine start --verify-signatures                       | --verify-signatures needs a key
      engine start --verify-signatures --credentials nocolon | is not KEY:SECRET
      engine start --credentials a:b                         | Add --verify-signatures
      """)
  void aKeyThatIsMissingIsToldBeforeAnythingStarts(String line, String part) {
    Answer answer = Session.in(folder).line(line);
    assertEquals(Exit.USAGE, answer.exit());
    assertTrue(answer.err().contains(part), answer.err());
  }

  private static EngineServer engine(AccessKey key) throws IOException {
    return EngineServer.start(EngineOptions.unkept(null, line -> {}), new Serving(Serving.LOOPBACK, 0, true, 1, key), () -> NOON,
        new EngineLog(line -> {}, EngineLog.Format.NOTES, () -> NOON), null);
  }
}
