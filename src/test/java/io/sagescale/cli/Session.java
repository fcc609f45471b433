package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sagescale.cli.Surroundings.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/** Command lines in this process, with both streams kept apart, in a folder, an environment and at a time of the test's choice. */
final class Session {
  /** What one command line answered. */
  record Answer(int exit, String out, String err) {}

  private final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Terminal terminal = Terminal.NONE;
  private Watch clock = new Stopwatch(Instant.EPOCH, Duration.ZERO);
  private Connector connector = new SdkConnector();
  private Charset charset = UTF_8;
  private Person person = new Absent();

  private Session(Path folder) {
    this.folder = folder;
  }

  static Session in(Path folder) {
    return new Session(folder);
  }

  static Session anywhere() {
    return new Session(Path.of(""));
  }

  Session with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Session at(Terminal other) {
    terminal = other;
    return this;
  }

  Session writing(Charset other) {
    charset = other;
    return this;
  }

  /** A clock that goes a second further each time it is read. */
  Session slowly() {
    clock = new Stopwatch(Instant.EPOCH, Duration.ofSeconds(1));
    return this;
  }

  /** A clock that stands at an instant and goes on when it is waited for. */
  Session at(Instant now) {
    clock = new Stopwatch(now, Duration.ZERO);
    return this;
  }

  /** An engine that goes on from one command to the next, with its clock. */
  Session living(LivingEngine engine) {
    connector = engine;
    clock = engine;
    return with("SAGESCALE_ENGINE", "local");
  }

  /** Clients that stand for whatever engine is asked. */
  Session talking(Clients clients) {
    connector = (engine, around, said) -> clients;
    return this;
  }

  /** A person who answers every question so. */
  Session answering(String answer) {
    person = new Present(answer);
    return this;
  }

  Answer run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Cli.run(new Surroundings(new PrintStream(out, false, charset), new PrintStream(err, true, UTF_8),
        environment, folder, clock, terminal, person, new OneAfterAnother(), connector), words);
    return new Answer(exit, out.toString(charset), err.toString(UTF_8));
  }

  /** The words of one line, separated by blanks. */
  Answer line(String words) {
    return words.isEmpty() ? run() : run(words.split(" "));
  }

  /** Nobody. */
  private record Absent() implements Person {
    @Override
    public boolean isThere() {
      return false;
    }

    @Override
    public String answer(String question) {
      throw new IllegalStateException("nobody can be asked: " + question);
    }
  }

  /** Somebody of few words. */
  private record Present(String answer) implements Person {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public String answer(String question) {
      return answer;
    }
  }

  /** A clock that goes on by itself each time it is read, and by what is waited. */
  private static final class Stopwatch implements Watch {
    private final Duration each;
    private Instant now;

    private Stopwatch(Instant now, Duration each) {
      this.now = now;
      this.each = each;
    }

    @Override
    public Instant instant() {
      Instant read = now;
      now = now.plus(each);
      return read;
    }

    @Override
    public void pause(Duration duration) {
      now = now.plus(duration);
    }
  }

  /** Workers that are the caller itself. */
  private static final class OneAfterAnother implements Workers {
    @Override
    public <T> List<T> all(List<Callable<T>> tasks, int atOnce, IntConsumer done) {
      List<T> results = new ArrayList<>();
      for (Callable<T> task : tasks) {
        try {
          results.add(task.call());
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        done.accept(results.size());
      }
      return results;
    }
  }
}
