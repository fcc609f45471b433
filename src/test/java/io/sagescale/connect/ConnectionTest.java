package io.sagescale.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class ConnectionTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;

  private static ConnectionOptions options(String region) {
    return new ConnectionOptions(region, null, false, "test", () -> NOW, line -> {}, null);
  }

  private Connection local(String region) {
    return Connection.to(new EngineChoice.Local(folder.resolve("state")), options(region));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Unable to load region from any of the providers in the chain X      | NO_REGION      | no region is set",
    "Unable to load credentials from any of the providers in the chain X | NO_CREDENTIALS | no credentials: Unable to load credentials",
    "Profile file contained no credentials for profile 'x'               | NO_CREDENTIALS | no credentials: Profile file contained no credentials for profile 'x'",
  })
  void whatTheSdkSaysBecomesItsKind(String message, ConnectionProblem.Kind kind, String said) {
    ConnectionProblem problem = ConnectionProblem.behind(SdkClientException.create(message)).orElseThrow();
    assertEquals(kind, problem.kind());
    assertEquals(said, problem.getMessage());
    assertFalse(problem.nextStep().isBlank());
  }

  @Test
  void nobodyThereIsUnreachableHoweverDeepItLies() {
    var failure = SdkClientException.create("x", new IllegalStateException(new ConnectException("Connection refused")));
    ConnectionProblem problem = ConnectionProblem.behind(failure).orElseThrow();
    assertEquals(ConnectionProblem.Kind.UNREACHABLE, problem.kind());
    assertEquals("the engine cannot be reached: Connect: Connection refused", problem.getMessage());
    assertSame(failure, problem.getCause());
  }

  @Test
  void whatIsNoneOfConnectingIsNoProblemOfIt() {
    assertEquals(Optional.empty(), ConnectionProblem.behind(new IllegalStateException(new IOException("disk"))));
    assertEquals(Optional.empty(), ConnectionProblem.behind(SdkClientException.create("a parameter is missing")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "AWS", " aws "})
  void awsIsAws(String text) {
    assertEquals(new EngineChoice.Aws(), EngineChoice.parse(text, folder));
  }

  @Test
  void localHasItsStateAndAnAddressIsKept() {
    assertEquals(new EngineChoice.Local(folder), EngineChoice.parse("Local", folder));
    assertEquals(new EngineChoice.Url(URI.create("http://127.0.0.1:4599")), EngineChoice.parse("http://127.0.0.1:4599", folder));
    assertEquals(new EngineChoice.Url(URI.create("https://there")), EngineChoice.parse("https://there", folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "ftp://there", "http://", "http://a b", "127.0.0.1:4599", "file:///x"})
  void anythingElseIsNoEngine(String text) {
    ConnectionProblem problem = assertThrows(ConnectionProblem.class, () -> EngineChoice.parse(text, folder));
    assertEquals(ConnectionProblem.Kind.UNKNOWN_ENGINE, problem.kind());
    assertEquals("no engine is called '" + text + "'", problem.getMessage());
  }

  @Test
  void aRegionThatIsNoneByItsFormIsRefusedAtOnce() {
    ConnectionProblem problem = assertThrows(ConnectionProblem.class, () -> local("EU west"));
    assertEquals(ConnectionProblem.Kind.NO_REGION, problem.kind());
  }

  @Test
  void nothingIsOpenedUntilAClientIsUsed() {
    try (Connection connection = local(null)) {
      assertFalse(Files.exists(folder.resolve("state")));
      assertSame(connection.scaling(), connection.scaling());
      assertSame(connection.cloudWatch(), connection.cloudWatch());
      assertSame(connection.sageMaker(), connection.sageMaker());
      assertTrue(Files.exists(folder.resolve("state")));
    }
  }

  @ParameterizedTest
  @CsvSource({", us-east-1", "eu-west-1, eu-west-1"})
  void theRegionIsTheOneThatIsSaid(String said, String expected) {
    try (Connection connection = local(said)) {
      assertEquals(expected, connection.sageMaker().serviceClientConfiguration().region().id());
    }
  }

  @Test
  void aLocalEngineIsAskedWithoutCredentialsAndLetGoOfAtTheEnd() {
    for (int time = 0; time < 2; time++) {
      try (Connection connection = local(null)) {
        assertTrue(connection.sageMaker().listEndpoints().endpoints().isEmpty());
      }
    }
  }

  @Test
  void aStateThatIsAFileIsAProblemOfTheState() throws IOException {
    Files.writeString(folder.resolve("state"), "no folder");
    try (Connection connection = local(null)) {
      ConnectionProblem problem = assertThrows(ConnectionProblem.class, connection::sageMaker);
      assertEquals(ConnectionProblem.Kind.STATE, problem.kind());
      assertFalse(problem.nextStep().isBlank());
    }
  }

  @Test
  void aProfileThatIsNotThereIsNoCredentials() {
    try (Connection connection = Connection.to(new EngineChoice.Aws(), new ConnectionOptions(
        "us-east-1", "no-such-profile-of-sagescale", false, "test", () -> NOW, line -> {}, null))) {
      var failure = assertThrows(RuntimeException.class, () -> connection.sageMaker().listEndpoints());
      assertEquals(ConnectionProblem.Kind.NO_CREDENTIALS, ConnectionProblem.behind(failure).orElseThrow().kind());
    }
  }
}
