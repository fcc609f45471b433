package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A process that registers one target again and again, each time with a maximum one higher, and says the maximum once the
 * write was acknowledged. It is there to be killed, or to come to an end of the disk: it then says what the engine said.
 */
final class EndlessWriter {
  /** The instant of the first write of a state. */
  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private EndlessWriter() {}

  /** @param args the state folder, the first maximum, and how many to write at most */
  public static void main(String[] args) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    int first = Integer.parseInt(args[1]);
    try (LocalEngine engine = open(Path.of(args[0]), Duration.ofSeconds(30))) {
      for (int maximum = first; maximum < first + Integer.parseInt(args[2]); maximum++) {
        HttpAnswer answer = engine.serve(registration(maximum), START.plusMillis(maximum)).all();
        if (answer.status() != 200) {
          throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        say(out, Integer.toString(maximum));
      }
    } catch (StateProblem problem) {
      say(out, problem.kind() + ": " + problem.getMessage());
    }
  }

  static LocalEngine open(Path state, Duration patience) {
    return LocalEngine.open(EngineOptions.in(state, null, line -> {}).waiting(patience), START);
  }

  private static HttpQuestion registration(int maximum) {
    String body = """
        {"ServiceNamespace":"sagemaker","ResourceId":"endpoint/llama/variant/AllTraffic",
         "ScalableDimension":"sagemaker:variant:DesiredInstanceCount","MinCapacity":1,"MaxCapacity":%d}""".formatted(maximum);
    return new HttpQuestion("POST", "/", Map.of(
        "Content-Type", List.of("application/x-amz-json-1.1"),
        "X-Amz-Target", List.of("AnyScaleFrontendService.RegisterScalableTarget")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
