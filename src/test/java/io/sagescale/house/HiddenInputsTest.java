package io.sagescale.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing of the outside reaches a run unseen: clocks, chance, threads, orders that change from start to start, files, sockets,
 * the process. One row, one case; the last column is the code that is planted, in one room of each kind, to show that the row sees it.
 */
class HiddenInputsTest {
  /** Rooms that take part in a decision: the same input must give the same output in every JVM. */
  private static final List<String> ENGINE_ROOMS =
      List.of("model", "metrics", "alarm", "scaling", "fleet", "serving", "routing", "engine", "sdk", "wire", "api", "simulate");

  private static final List<String> OTHER_ROOMS =
      List.of(House.ROOT, "yaml", "local", "connect", "plan", "inspect", "report", "awscli", "junit", "cli");

  /** {@code other} is every room that is not an engine room; {@code (root).Main} is one class. */
  private static final String TABLE =
      """
      thing                                             | only in                      | planted
      java.time.Instant#now()                           | (root) local                 | java.time.Instant.now();
      java.time.LocalDate#now()                         | (root) local                 | java.time.LocalDate.now();
      java.time.LocalDate#now(ZoneId)                   | (root) local                 | java.time.LocalDate.now(java.time.ZoneOffset.UTC);
      java.time.LocalTime#now()                         | (root) local                 | java.time.LocalTime.now();
      java.time.LocalDateTime#now()                     | (root) local                 | java.time.LocalDateTime.now();
      java.time.LocalDateTime#now(ZoneId)               | (root) local                 | java.time.LocalDateTime.now(java.time.ZoneOffset.UTC);
      java.time.ZonedDateTime#now()                     | (root) local                 | java.time.ZonedDateTime.now();
      java.time.ZonedDateTime#now(ZoneId)               | (root) local                 | java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC);
      java.time.OffsetDateTime#now()                    | (root) local                 | java.time.OffsetDateTime.now();
      java.time.OffsetDateTime#now(ZoneId)              | (root) local                 | java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC);
      java.time.Year#now()                              | (root) local                 | java.time.Year.now();
      java.time.Clock#system                            | (root) local                 | java.time.Clock.system(java.time.ZoneOffset.UTC);
      java.time.Clock#systemUTC                         | (root) local                 | java.time.Clock.systemUTC();
      java.time.Clock#systemDefaultZone                 | (root) local                 | java.time.Clock.systemDefaultZone();
      java.time.Clock#tickSeconds                       | (root) local                 | java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC);
      java.time.Clock#tickMillis                        | (root) local                 | java.time.Clock.tickMillis(java.time.ZoneOffset.UTC);
      java.time.Clock#tickMinutes                       | (root) local                 | java.time.Clock.tickMinutes(java.time.ZoneOffset.UTC);
      java.lang.System#currentTimeMillis                | (root) local                 | System.currentTimeMillis();
      java.lang.System#nanoTime                         | (root) local                 | System.nanoTime();
      java.util.Date                                    | -                            | new java.util.Date();
      java.util.Calendar                                | -                            | java.util.Calendar.getInstance();

      java.util.SplittableRandom                        | simulate local               | new java.util.SplittableRandom(1).nextInt();
      java.util.random.*                                | simulate local               | java.util.random.RandomGenerator.getDefault();
      java.util.Random                                  | -                            | new java.util.Random(1).nextInt();
      java.util.concurrent.ThreadLocalRandom            | -                            | java.util.concurrent.ThreadLocalRandom.current();
      java.security.SecureRandom                        | -                            | new java.security.SecureRandom();
      java.lang.Math#random                             | -                            | Math.random();
      java.lang.StrictMath#random                       | -                            | StrictMath.random();
      java.util.UUID#randomUUID                         | -                            | java.util.UUID.randomUUID();
      java.util.Collections#shuffle(List)               | -                            | java.util.Collections.shuffle(new java.util.ArrayList<String>());
      java.lang.System#identityHashCode                 | -                            | System.identityHashCode("");

      java.lang.Thread                                  | (root) local                 | Thread.ofVirtual();
      java.util.Timer                                   | (root) local                 | new java.util.Timer();
      java.util.concurrent.Executor                     | (root) local                 | ((java.util.concurrent.Executor) null).execute(null);
      java.util.concurrent.ExecutorService              | (root) local                 | ((java.util.concurrent.ExecutorService) null).shutdown();
      java.util.concurrent.Executors                    | (root) local                 | java.util.concurrent.Executors.newCachedThreadPool();
      java.util.concurrent.ThreadPoolExecutor           | (root) local                 | ((java.util.concurrent.ThreadPoolExecutor) null).getPoolSize();
      java.util.concurrent.ForkJoinPool                 | (root) local                 | java.util.concurrent.ForkJoinPool.commonPool();
      java.util.concurrent.CompletableFuture            | (root) local                 | new java.util.concurrent.CompletableFuture<String>();
      *#parallelStream()                               | -                            | new java.util.ArrayList<String>().parallelStream();
      *#parallel()                                      | -                            | java.util.stream.Stream.of("").parallel();
      java.util.Arrays#parallelSort                     | -                            | java.util.Arrays.parallelSort(new int[0]);

      java.util.HashMap                                 | other                        | new java.util.HashMap<String, String>();
      java.util.HashSet                                 | other                        | new java.util.HashSet<String>();
      java.util.Hashtable                               | other                        | new java.util.Hashtable<String, String>();
      java.util.IdentityHashMap                         | other                        | new java.util.IdentityHashMap<String, String>();
      java.util.WeakHashMap                             | other                        | new java.util.WeakHashMap<String, String>();
      java.util.concurrent.ConcurrentHashMap            | other                        | new java.util.concurrent.ConcurrentHashMap<String, String>();
      java.util.Set#of                                  | other                        | java.util.Set.of("a", "b");
      java.util.Set#copyOf                              | other                        | java.util.Set.copyOf(java.util.List.of());
      java.util.Map#of                                  | other                        | java.util.Map.of("a", "b");
      java.util.Map#ofEntries                           | other                        | java.util.Map.ofEntries();
      java.util.Map#copyOf                              | other                        | java.util.Map.copyOf(new java.util.TreeMap<String, String>());
      java.util.stream.Collectors#toSet                 | other                        | java.util.stream.Collectors.toSet();
      java.util.stream.Collectors#toUnmodifiableSet     | other                        | java.util.stream.Collectors.toUnmodifiableSet();
      java.util.stream.Collectors#toMap(Function,Function) | other                     | java.util.stream.Collectors.<String, String, String>toMap(a -> a, a -> a);
      java.util.stream.Collectors#toMap(Function,Function,BinaryOperator) | other      | java.util.stream.Collectors.<String, String, String>toMap(a -> a, a -> a, (a, b) -> a);
      java.util.stream.Collectors#toUnmodifiableMap     | other                        | java.util.stream.Collectors.<String, String, String>toUnmodifiableMap(a -> a, a -> a);
      java.util.stream.Collectors#groupingBy(Function)  | other                        | java.util.stream.Collectors.<String, String>groupingBy(a -> a);
      java.util.stream.Collectors#groupingBy(Function,Collector) | other               | java.util.stream.Collectors.<String, String, Object, Long>groupingBy(a -> a, null);

      java.nio.file.Files                               | (root) yaml local report cli | java.nio.file.Files.exists(null);
      java.nio.channels.FileChannel                     | (root) yaml local report cli | java.nio.channels.FileChannel.open(null);
      java.io.FileInputStream                           | (root) yaml local report cli | new java.io.FileInputStream("");
      java.io.FileOutputStream                          | (root) yaml local report cli | new java.io.FileOutputStream("");
      java.io.FileReader                                | (root) yaml local report cli | new java.io.FileReader("");
      java.io.FileWriter                                | (root) yaml local report cli | new java.io.FileWriter("");
      java.io.RandomAccessFile                          | (root) yaml local report cli | new java.io.RandomAccessFile("", "r");
      java.io.File                                      | (root) yaml local report cli | new java.io.File("").exists();
      java.io.PrintStream#new(String)                   | (root) yaml local report cli | new java.io.PrintStream("");
      java.io.PrintWriter#new(String)                   | (root) yaml local report cli | new java.io.PrintWriter("");

      java.net.Socket                                   | local                        | new java.net.Socket();
      java.net.ServerSocket                             | local                        | new java.net.ServerSocket();
      java.net.http.*                                   | local                        | java.net.http.HttpClient.newHttpClient();
      java.nio.channels.SocketChannel                   | local                        | java.nio.channels.SocketChannel.open();
      java.nio.channels.ServerSocketChannel             | local                        | java.nio.channels.ServerSocketChannel.open();
      java.lang.ProcessBuilder                          | (root) local                 | new ProcessBuilder("");
      java.lang.Runtime#exec                            | (root) local                 | Runtime.getRuntime().exec(new String[0]);

      java.lang.System#getenv                           | other                        | System.getenv("");
      java.lang.System#getProperty                      | other                        | System.getProperty("");
      java.time.ZoneId#systemDefault                    | other                        | java.time.ZoneId.systemDefault();
      java.util.TimeZone                                | other                        | java.util.TimeZone.getDefault();
      java.util.Locale#getDefault                       | other                        | java.util.Locale.getDefault();
      java.nio.charset.Charset#defaultCharset           | other                        | java.nio.charset.Charset.defaultCharset();
      java.lang.Runtime#availableProcessors             | other                        | Runtime.getRuntime().availableProcessors();

      java.lang.System#exit                             | (root).Main                  | System.exit(0);
      java.lang.Runtime#exit                            | -                            | Runtime.getRuntime().exit(0);
      java.lang.Runtime#halt                            | (root).Main                  | Runtime.getRuntime().halt(0);
      java.lang.System#in                               | (root).Main                  | System.in.read();
      java.lang.System#out                              | (root).Main (root).StartupTraining | System.out.println();
      java.lang.System#err                              | (root).Main                  | System.err.println();
      java.lang.System#console                          | (root).Main                  | System.console();
      *#printStackTrace()                               | -                            | new Throwable().printStackTrace();

      software.amazon.awssdk.core.SdkPojo               | wire                         | ((software.amazon.awssdk.core.SdkPojo) null).touch();
      software.amazon.awssdk.core.SdkField              | wire                         | new software.amazon.awssdk.core.SdkField();
      """;

  /** Classes that break a row on purpose, each with its reason. */
  private static final String EXCEPTIONS =
      """
      class | thing | because
      """;

  private static final Uses OURS = Uses.of(House.ours());

  private static Uses planted;

  static List<Entrance> entrances() {
    return TextTable.rows(TABLE).stream().map(row -> new Entrance(row.getFirst(), rooms(row.get(1)), row.get(2))).toList();
  }

  @BeforeAll
  static void plant(@TempDir Path folder) throws IOException {
    planted = Uses.of(Planted.house(folder, everyRoomWithEveryThing()));
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void standsOnlyWhereItMay(Entrance entrance) {
    var found = new TreeSet<>(entrance.violations(OURS));
    TextTable.rows(EXCEPTIONS).forEach(row -> found.remove(row.getFirst() + " -> " + row.get(1)));
    assertEquals(Set.of(), found);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void isSeenWhereItMayNot(Entrance entrance) {
    int number = entrances().indexOf(entrance);
    var expected = new TreeSet<String>();
    for (String room : unlikeRooms()) {
      if (!entrance.rooms().contains(room)) {
        expected.add("%s.Planted%d -> %s".formatted(Planted.packageOf(room), number, entrance.thing()));
      }
    }
    var found = new TreeSet<>(entrance.violations(planted));
    found.removeIf(violation -> !violation.contains(".Planted" + number + " "));
    assertEquals(expected, found);
  }

  @Test
  void methodReferencesAreSeenToo(@TempDir Path folder) throws IOException {
    String source = "package planted.engine; class Sly { java.util.function.Supplier<?> now = java.time.Instant::now; }";
    Uses uses = Uses.of(Planted.house(folder, Map.of("planted.engine.Sly", source)));
    var now = new Entrance("java.time.Instant#now()", Set.of(), "");
    assertEquals(Set.of("planted.engine.Sly -> java.time.Instant#now()"), now.violations(uses));
  }

  @Test
  void onlyTheRootsOwnMainMayExit(@TempDir Path folder) throws IOException {
    String main = "package %s; class Main { void leave() { System.exit(1); } }";
    var mains = Map.of("planted.Main", main.formatted("planted"), "planted.cli.Main", main.formatted("planted.cli"));
    Uses uses = Uses.of(Planted.house(folder, mains));
    var exit = entrances().stream().filter(it -> it.thing().equals("java.lang.System#exit")).findFirst().orElseThrow();
    assertEquals(Set.of("planted.cli.Main -> java.lang.System#exit"), exit.violations(uses));
  }

  @Test
  void readingAGivenClockIsNoHiddenInput(@TempDir Path folder) throws IOException {
    String source = "package planted.engine; class Fair { Object at(java.time.Clock c) { return java.time.Instant.now(c); } }";
    Uses uses = Uses.of(Planted.house(folder, Map.of("planted.engine.Fair", source)));
    for (Entrance entrance : entrances()) {
      assertEquals(Set.of(), entrance.violations(uses));
    }
  }

  @Test
  void orderedCollectionsAreNoHiddenInput(@TempDir Path folder) throws IOException {
    String source =
        """
        package planted.engine;
        import java.util.*;
        import java.util.stream.*;
        class Fair {
          Map<String, String> linked = new LinkedHashMap<>(new TreeMap<>());
          Set<String> set = Stream.of("a").collect(Collectors.toCollection(LinkedHashSet::new));
          Map<String, List<String>> grouped =
              Stream.of("a").collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.toList()));
          List<String> list = List.copyOf(linked.keySet());
        }
        """;
    Uses uses = Uses.of(Planted.house(folder, Map.of("planted.engine.Fair", source)));
    for (Entrance entrance : entrances()) {
      assertEquals(Set.of(), entrance.violations(uses));
    }
  }

  @Test
  void everyExceptionIsStillNeeded() {
    var uses = new TreeSet<String>();
    entrances().forEach(entrance -> uses.addAll(entrance.violations(OURS)));
    for (List<String> row : TextTable.rows(EXCEPTIONS)) {
      String exception = row.getFirst() + " -> " + row.get(1);
      assertTrue(uses.contains(exception), () -> exception + " is no longer used: take the row out");
    }
  }

  private static Set<String> rooms(String cell) {
    var rooms = new LinkedHashSet<String>();
    for (String word : TextTable.words(cell)) {
      rooms.addAll(word.equals("other") ? OTHER_ROOMS : List.of(word));
    }
    return rooms;
  }

  /** One room for each way in which the table treats rooms: of rooms that are alike in every row, the first. */
  private static List<String> unlikeRooms() {
    var unlike = new LinkedHashMap<List<Boolean>, String>();
    Stream.concat(ENGINE_ROOMS.stream(), OTHER_ROOMS.stream())
        .forEach(room -> unlike.putIfAbsent(entrances().stream().map(it -> it.rooms().contains(room)).toList(), room));
    return List.copyOf(unlike.values());
  }

  private static Map<String, String> everyRoomWithEveryThing() {
    var sources = new LinkedHashMap<String, String>();
    String sdk = "software.amazon.awssdk.core";
    sources.put(sdk + ".SdkPojo", "package %s; public interface SdkPojo { void touch(); }".formatted(sdk));
    sources.put(sdk + ".SdkField", "package %s; public class SdkField {}".formatted(sdk));
    List<Entrance> entrances = entrances();
    for (String room : unlikeRooms()) {
      String inRoom = Planted.packageOf(room);
      for (int i = 0; i < entrances.size(); i++) {
        String body = "package %s; class Planted%d { void planted() throws Exception { %s } }";
        sources.put(inRoom + ".Planted" + i, body.formatted(inRoom, i, entrances.get(i).planted()));
      }
    }
    return sources;
  }
}
