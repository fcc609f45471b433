package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.api.Account;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Traffic;
import io.sagescale.wire.HttpQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine was told, on disk: what comes back, who must wait, and what is said of folders that cannot be used. */
class EngineStoreTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final EngineStore.Origin FRESH = new EngineStore.Origin(NOON, ModelledWorld.STANDARD, new Account("eu-west-1", "123456789012"));

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("deep/state");
  }

  @Test
  void entriesComeBackInOrder() {
    try (EngineStore store = open()) {
      store.append(called(1, "first"));
      store.append(new LogEntry.Moved(NOON.plusSeconds(2)));
      store.append(called(3, "second"));
      store.flush();
    }
    try (EngineStore store = EngineStore.open(folder, new EngineStore.Origin(NOON.plusSeconds(9), ModelledWorld.STANDARD, Account.DEFAULT), "", Duration.ZERO, line -> {})) {
      assertEquals(FRESH, store.origin());
      List<LogEntry> entries = entries(store);
      assertEquals(3, entries.size());
      LogEntry.Called first = (LogEntry.Called) entries.get(0);
      assertEquals(NOON.plusSeconds(1), first.at());
      assertEquals("POST", first.question().method());
      assertEquals("/path?query", first.question().uri());
      assertEquals("Service.Operation", first.question().header("x-amz-target"));
      assertEquals(null, first.question().header("authorization"), "credentials are not kept");
      assertArrayEquals("first".getBytes(StandardCharsets.UTF_8), first.question().body());
      assertEquals(new LogEntry.Moved(NOON.plusSeconds(2)), entries.get(1));
      assertEquals(NOON.plusSeconds(3), entries.get(2).at());
    }
  }

  @Test
  void trafficComesBackWithItsFiles() throws IOException {
    Traffic.Lengths lengths = new Traffic.Lengths.Quantiles(file("q.csv", "quantile,input_tokens,output_tokens\n"));
    List<Traffic> traffic = List.of(
        new Traffic(new Traffic.Source.Rates(file("r.csv", "second,requests\n0,5\n"), lengths), 2, 0.5, true),
        new Traffic(new Traffic.Source.Trace(file("t.csv", "a trace")), 1, 1, false),
        new Traffic(new Traffic.Source.Synthetic(List.of(new Traffic.Segment(Duration.ofSeconds(90), 1, 4.5)),
            Traffic.Arrivals.EVEN, new Traffic.Lengths.Fixed(550, 150)), 1, 1, false),
        new Traffic(new Traffic.Source.ClosedLoop(20, Duration.ofMillis(200), Duration.ofSeconds(5), null, 4000L,
            new Traffic.Lengths.Normal(550, 20, 150, 10)), 1, 1, false));
    LogEntry.Played played =
        new LogEntry.Played(NOON, traffic, new ResourceId.Component("llama"));
    LogEntry.Played back = (LogEntry.Played) EntryBytes.read(EntryBytes.write(played));
    assertEquals(played.resource(), back.resource());
    assertEquals(traffic.subList(2, 4), back.traffic().subList(2, 4));
    Traffic.Source.Rates rates = (Traffic.Source.Rates) back.traffic().getFirst().source();
    assertEquals("r.csv", rates.bytes().name());
    assertEquals("second,requests\n0,5\n", new String(rates.bytes().open().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals("a trace", new String(((Traffic.Source.Trace) back.traffic().get(1).source()).bytes().open().readAllBytes(),
        StandardCharsets.UTF_8));
  }

  @Test
  void whatIsFlushedSurvivesAnEndWithoutClosing() throws IOException {
    try (EngineStore store = open()) {
      store.append(called(1, "kept"));
      store.flush();
      store.append(called(2, "not flushed"));
      Path copy = temp.resolve("copy");
      Files.createDirectories(copy);
      Files.copy(folder.resolve(EngineStore.FILE), copy.resolve(EngineStore.FILE));
      try (EngineStore after = EngineStore.open(copy, FRESH, "", Duration.ZERO, line -> {})) {
        assertEquals(List.of(NOON.plusSeconds(1)), entries(after).stream().map(LogEntry::at).toList());
      }
    }
  }

  /** A machine may die at any byte of a write: what was acknowledged before is there, or the state says it is damaged. */
  @Test
  void aTornLastWriteLosesNothingThatWasFlushed() throws IOException {
    long whole;
    try (EngineStore store = open()) {
      store.append(called(1, "kept"));
      store.flush();
      whole = Files.size(folder.resolve(EngineStore.FILE));
      store.append(called(2, "torn"));
      store.flush();
      byte[] bytes = Files.readAllBytes(folder.resolve(EngineStore.FILE));
      for (int end = (int) whole; end < bytes.length; end += 512) {
        Path copy = Files.createDirectories(temp.resolve("torn-" + end));
        Files.write(copy.resolve(EngineStore.FILE), java.util.Arrays.copyOf(bytes, end));
        try (EngineStore after = EngineStore.open(copy, FRESH, "", Duration.ZERO, line -> {})) {
          assertEquals(NOON.plusSeconds(1), entries(after).getFirst().at(), "cut at " + end);
        }
      }
    }
  }

  @Test
  void manyEntriesComeBackInOrderFromASmallFile() throws IOException {
    int many = 3 * EntryLog.PACK + 5;
    long largest = 0;
    try (EngineStore store = open()) {
      for (int second = 0; second < many; second++) {
        store.append(called(second, "call " + second));
        store.flush();
        largest = Math.max(largest, Files.size(folder.resolve(EngineStore.FILE)));
      }
    }
    assertTrue(largest < 16 << 20, "each write alone, and the file never larger than 16 MiB: " + largest);
    try (EngineStore store = open()) {
      List<LogEntry> entries = entries(store);
      assertEquals(many, entries.size());
      for (int second = 0; second < many; second++) {
        LogEntry.Called called = (LogEntry.Called) entries.get(second);
        assertEquals(NOON.plusSeconds(second), called.at());
        assertEquals("call " + second, new String(called.question().body(), StandardCharsets.UTF_8));
      }
      store.append(called(many, "one more"));
      store.flush();
    }
    try (EngineStore store = open()) {
      assertEquals(NOON.plusSeconds(many), entries(store).getLast().at());
    }
  }

  @Test
  void entriesThatAreGoneOrUnreadableAreNamed() throws IOException {
    try (EngineStore store = open()) {
      for (int second = 0; second < 2 * EntryLog.PACK; second++) {
        store.append(called(second, "call"));
      }
      store.flush();
    }
    assertEquals("entry 0 cannot be unpacked", whatIsDamaged(raw -> raw.<Long, byte[]>openMap("packs").put(0L, new byte[9])));
    assertEquals("entry 0 is missing", whatIsDamaged(raw -> raw.<Long, byte[]>openMap("packs").clear()));
    assertEquals("entry 1024 is missing", whatIsDamaged(raw -> raw.<Long, byte[]>openMap("log").remove(1024L)));
    assertEquals("entry 1024: an entry of the unknown kind 77",
        whatIsDamaged(raw -> raw.<Long, byte[]>openMap("log").put(1024L, new byte[] {77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})));
  }

  private String whatIsDamaged(Consumer<MVStore> damage) throws IOException {
    Path copy = Files.createTempDirectory(temp, "damaged");
    Files.copy(folder.resolve(EngineStore.FILE), copy.resolve(EngineStore.FILE));
    try (MVStore raw = MVStore.open(copy.resolve(EngineStore.FILE).toString())) {
      damage.accept(raw);
    }
    try (EngineStore store = EngineStore.open(copy, FRESH, "", Duration.ZERO, line -> {})) {
      StateProblem problem = assertThrows(StateProblem.class, () -> entries(store));
      assertEquals(StateProblem.Kind.DAMAGED, problem.kind());
      String told = copy.resolve(EngineStore.FILE) + " is damaged: ";
      assertTrue(String.valueOf(problem.getMessage()).startsWith(told), problem.getMessage());
      return String.valueOf(problem.getMessage()).substring(told.length());
    }
  }

  @Test
  void resetForgets() {
    EngineStore.Origin later = new EngineStore.Origin(NOON.plusSeconds(60), ModelledWorld.STANDARD, Account.DEFAULT);
    try (EngineStore store = open()) {
      store.append(called(1, "first"));
      store.flush();
      store.reset(later);
    }
    try (EngineStore store = open()) {
      assertEquals(later, store.origin());
      assertEquals(List.of(), entries(store));
    }
  }

  @Test
  void secondIsToldWhoHoldsTheState() {
    try (EngineStore store = EngineStore.open(folder, FRESH, "pid 4711, sagescale engine start", Duration.ZERO, line -> {})) {
      StateProblem problem = assertThrows(StateProblem.class, this::open);
      assertEquals(StateProblem.Kind.IN_USE, problem.kind());
      assertEquals("the state in " + folder + " is in use by pid 4711, sagescale engine start", problem.getMessage());
    }
    open().close();
  }

  @Test
  void secondSaysWhomItWaitsForAndGoesOnWhenThatEnds() throws InterruptedException {
    EngineStore first = EngineStore.open(folder, FRESH, "pid 4711, sagescale engine start", Duration.ZERO, line -> {});
    first.append(called(1, "first"));
    first.flush();
    List<Instant> seen = new ArrayList<>();
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    Thread second = Thread.ofPlatform().start(() -> {
      try (EngineStore store = EngineStore.open(folder, FRESH, "", Duration.ofSeconds(60), said::add)) {
        entries(store).forEach(entry -> seen.add(entry.at()));
      }
    });
    assertEquals("waiting for the state in " + folder + ", which is in use by pid 4711, sagescale engine start",
        said.poll(30, TimeUnit.SECONDS));
    first.close();
    second.join();
    assertEquals(List.of(NOON.plusSeconds(1)), seen);
    assertEquals(List.of(), List.copyOf(said), "said once");
  }

  @ParameterizedTest
  @CsvSource({"3, NEWER, a newer", "1, OLDER, an older"})
  void anotherFormatIsLeftAlone(String format, StateProblem.Kind kind, String writer) throws IOException {
    open().close();
    try (MVStore raw = MVStore.open(folder.resolve(EngineStore.FILE).toString())) {
      raw.<String, String>openMap("settings").put("format", format);
    }
    StateProblem problem = assertThrows(StateProblem.class, this::open);
    assertEquals(kind, problem.kind());
    assertEquals(folder.resolve(EngineStore.FILE) + " was written by " + writer + " sagescale: it has format " + format
        + ", and this one knows 2", problem.getMessage());
    try (MVStore raw = MVStore.open(folder.resolve(EngineStore.FILE).toString())) {
      assertEquals(format, raw.<String, String>openMap("settings").get("format"));
    }
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(EngineStore.FILE);
    String text = "my shopping list\n".repeat(1000);
    Files.writeString(file, text);
    StateProblem problem = assertThrows(StateProblem.class, this::open);
    assertEquals(StateProblem.Kind.NOT_A_STORE, problem.kind());
    assertEquals(text, Files.readString(file));
  }

  @Test
  void storesOfOthersAreNotTaken() throws IOException {
    Files.createDirectories(folder);
    try (MVStore raw = MVStore.open(folder.resolve(EngineStore.FILE).toString())) {
      raw.<String, String>openMap("accounts").put("a", "b");
    }
    assertEquals(StateProblem.Kind.NOT_A_STORE, assertThrows(StateProblem.class, this::open).kind());
  }

  @Test
  void fileInPlaceOfAFolderIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    StateProblem problem = assertThrows(StateProblem.class, () -> EngineStore.open(file, FRESH, "", Duration.ZERO, line -> {}));
    assertEquals(StateProblem.Kind.NOT_WRITABLE, problem.kind());
    assertFalse(problem.nextStep().isEmpty());
  }

  @Test
  void fullDiskIsToldFromOtherTrouble() {
    StateProblem problem =
        StateProblems.of(folder, new IOException("x", new IOException("No space left on device")));
    assertEquals(StateProblem.Kind.NO_SPACE, problem.kind());
  }

  private EngineStore open() {
    return EngineStore.open(folder, FRESH, "", Duration.ZERO, line -> {});
  }

  private static List<LogEntry> entries(EngineStore store) {
    List<LogEntry> entries = new ArrayList<>();
    store.forEach(entries::add);
    return entries;
  }

  private static LogEntry.Called called(int second, String body) {
    return new LogEntry.Called(NOON.plusSeconds(second), new HttpQuestion("POST", "/path?query",
        Map.of("X-Amz-Target", List.of("Service.Operation"), "Authorization", List.of("AWS4-HMAC-SHA256 secret")),
        body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Traffic.Bytes file(String name, String content) {
    return new Traffic.Bytes() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public java.io.InputStream open() {
        return new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
