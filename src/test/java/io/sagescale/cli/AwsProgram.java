package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sagescale.cli.Session.Answer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The AWS CLI itself, as it is installed here, in one process for all its command lines. */
final class AwsProgram implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter words;
  private final BufferedReader answers;

  private AwsProgram(Process process) {
    this.process = process;
    this.words = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  /** Skips the test, and says so, where Python or the AWS CLI is missing. */
  static AwsProgram before(URI engine, Path folder) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "no AWS CLI here: python3 -c 'import awscli' fails");
    Path config = Files.writeString(folder.resolve("config"), "[default]\ncli_timestamp_format = iso8601\ncli_pager =\n");
    ProcessBuilder builder = new ProcessBuilder("python3", "src/test/resources/aws/calls.py")
        .redirectError(folder.resolve("aws.err").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(Map.of("AWS_CONFIG_FILE", config.toString(), "AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b",
        "AWS_DEFAULT_REGION", "us-east-1", "AWS_EC2_METADATA_DISABLED", "true", "AWS_ENDPOINT_URL", engine.toString(),
        "TZ", "UTC", "PYTHONIOENCODING", "utf-8"));
    return new AwsProgram(builder.start());
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import awscli").redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  Answer run(List<String> line) throws IOException {
    words.write(JSON.writeValueAsString(line));
    words.newLine();
    words.flush();
    JsonNode answer = JSON.readTree(answers.readLine());
    return new Answer(answer.get(0).intValue(), answer.get(1).textValue(), answer.get(2).textValue());
  }

  @Override
  public void close() throws IOException {
    words.close();
    process.destroy();
  }
}
