package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sagescale.cli.Session.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people really give a command by mistake: one line for each, with its place and the next step, and nothing on stdout. */
class BadInputTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String HEAD = "arrival_s,input_tokens,output_tokens\n";

  private static final String POLICY = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: blue}
      spec:
        target: {endpoint: demo, variant: blue, capacity: {min: 1, max: 3}}
        policies:
          - name: concurrency
            track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: {out: 60s, in: 60s}}
        expect: {instanceType: ml.g5.2xlarge, profile: llama3-8b/g5.2xlarge/vllm}
      """;

  private static final String SCENARIO = """
      apiVersion: sagescale/v1
      kind: Scenario
      metadata: {name: surge}
      spec:
        duration: 2m
        traffic: {synthetic: {constant: {rate: 1, for: 1m}, lengths: {input: 20, output: 20}}}
        endpoint: {copies: 1}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write("p.yaml", POLICY + "---\n" + SCENARIO);
    write("s.yaml", SCENARIO);
    write("ok.csv", HEAD + "0,20,20\n1,20,20\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    // words of the policy | what stands there instead | the line that is said
    "cooldown:           | cooldwn:           | 8:62: error: unknown key \"cooldwn\". Did you mean cooldown?",
    "min: 1, max: 3      | min: 5, max: 3     | 5:67: error: max 3 is below min 5. Write max: 5 or more.",
    "min: 1, max: 3      | min: 1, max: 3, max: 4 | 5:70: error: the key \"max\" is there twice, first in line 5. Keep one of the two.",
    "max: 3              | max: three         | 5:67: error: max must be a whole number, here it is \"three\". Write digits only, such as 4.",
    "max: 3              | max: 2.5           | 5:67: error: max must be a whole number, here it is \"2.5\". Write digits only, such as 4.",
    "max: 3              | max: 99999999999999999999 | 5:67: error: max must be at most 100000, here it is 99999999999999999999. Write a smaller number.",
    "target: 5           | target: NaN        | 8:59: error: track.target must be a finite number, here it is \"NaN\". Write a number such as 5 or 0.9.",
    "target: 5           | target: 1e999      | 8:59: error: track.target must be a finite number, here it is \"1e999\". Write a number such as 5 or 0.9.",
    "target: 5           | target: -5         | 8:59: error: track.target must be more than 0, here it is -5. Write a larger number.",
    "out: 60s            | out: 60 parsecs    | 8:78: error: track.cooldown.out must be a duration, here it is \"60 parsecs\". Write one such as 180s, 3m or 1h30m.",
    "out: 60s            | out: -60s          | 8:78: error: track.cooldown.out must be a duration, here it is \"-60s\". Write one such as 180s, 3m or 1h30m.",
    "ConcurrentRequestsPerModel | ConcurentRequestsPerModel | 8:23: error: no metric \"ConcurentRequestsPerModel\" can be tracked. Did you mean ConcurrentRequestsPerModel?",
    "ml.g5.2xlarge,      | ml.g5.2xlage,      | 9:26: error: no size and price are known for the instance type \"ml.g5.2xlage\". Did you mean ml.g5.2xlarge?",
    "sagescale/v1        | sagescale/v9       | 1:13: error: apiVersion must be one of sagescale/v1, here it is \"sagescale/v9\". Did you mean sagescale/v1?",
    "kind: EndpointScaling | kind: EndpointScalng | 2:7: error: kind must be one of EndpointScaling, Scenario, here it is \"EndpointScalng\". Did you mean EndpointScaling?",
    "cooldown:           | \"\\e[31mcooldown\": | 8:62: error: unknown key \"?[31mcooldown\". The keys here are metric, target, cooldown, disableScaleIn.",
  })
  void wrongWordInAPolicy(String words, String instead, String said) throws IOException {
    write("wrong.yaml", POLICY.replace(words, instead));
    assertProblem("wrong.yaml:" + said, "simulate wrong.yaml --scenario s.yaml");
  }

  static Stream<Arguments> wholeFiles() throws IOException {
    String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c < 'm'; c++) {
      bomb += c + ": &" + c + " [" + ("*" + (char) (c - 1) + ",").repeat(9) + "]\n";
    }
    String noDocument = "1:1: error: the file holds no document. Write an EndpointScaling or a Scenario.";
    return Stream.of(
        arguments("nothing", bytes(""), noDocument),
        arguments("only comments", bytes("# a\n# b\n"), noDocument),
        arguments("only separators", bytes("---\n---\n"), noDocument),
        arguments("a word", bytes("hello"), "1:1: error: a document must be a mapping, here it is \"hello\". Write key: value pairs."),
        arguments("aliases that grow", bytes(bomb),
            "6:8: error: the file has more than 100000 values with its aliases written out. Remove aliases or split the file."),
        arguments("an alias in itself", bytes("a: &a [*a]\n"), "1:8: error: the alias *a stands inside its own anchor. Write the value out."),
        arguments("deep brackets", bytes("[".repeat(100_000)), "1:33: error: the nesting is deeper than 32 levels. Remove levels."),
        arguments("tabs", bytes(POLICY.replace("  target", "\ttarget")),
            "5:1: error: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for"
                + " indentation). Indent with spaces, tabs are not allowed."),
        arguments("a compressed file", gzip(bytes(POLICY)),
            "1:2: error: this byte is not UTF-8 text. Save the file as UTF-8 text; it may be binary or compressed."),
        arguments("UTF-16", POLICY.getBytes(UTF_16),
            "1:1: error: this byte is not UTF-8 text. Save the file as UTF-8 text; it may be binary or compressed."),
        arguments("a bell", bytes(POLICY + "# \u0007\n"),
            "10:3: error: the character U+0007 cannot stand in YAML. Save the file as UTF-8 text; it may be binary or compressed."),
        arguments("two megabytes", bytes("a: " + "x".repeat(2_000_000)),
            "1:1: error: the file is larger than 1024 KiB. Split it into several files."),
        arguments("a trace", bytes(HEAD + "0,1,1\n"),
            "1:1: error: a document must be a mapping, here it is \"arrival_s,input_tokens,output_tokens 0,1,1\". Write key: value pairs."),
        arguments("a scenario alone", bytes(SCENARIO), "1:1: error: there is no EndpointScaling document to run. Name a policy file."),
        arguments("a policy alone", bytes(POLICY), "1:1: error: the policy blue has no scenario. Add a Scenario document to the file,"
            + " or name one by --scenario FILE or requests by --trace FILE."),
        arguments("a rate past reason", bytes(POLICY + "---\n" + SCENARIO.replace("rate: 1, for: 1m", "rate: 1000000, for: 365d")),
            "16:35: error: the traffic comes to more than a thousand million requests. Lower the rate or shorten the time."),
        arguments("users past reason", bytes(POLICY + "---\n" + SCENARIO.replace("synthetic: {constant: {rate: 1, for: 1m}", "users: {count: 10000000")),
            "16:28: error: users.count must be at most 1000000, here it is 10000000. Write a smaller number."),
        arguments("a trace that is not there", bytes(POLICY + "---\n" + SCENARIO.replaceAll("synthetic.*", "trace: none.csv}")),
            "16:20: error: the file \"none.csv\" does not exist. Paths are relative to the folder of "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeFiles")
  void fileThatIsNoPolicyToRun(String kind, byte[] bytes, String said) throws IOException {
    Path file = Files.write(folder.resolve("wrong.yaml"), bytes);
    assertProblem(said.endsWith(" ") ? file.getFileName() + ":" + said + file + "." : "wrong.yaml:" + said, "simulate wrong.yaml");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "accelerators: 8          | 11:1: error: a copy of the component needs 8 accelerators, and one ml.g5.2xlarge has 1. Lower spec.endpoint.hosting or name a larger instanceType.",
    "cpus: 9                  | 11:1: error: a copy of the component needs 9 CPUs, and one ml.g5.2xlarge has 8. Lower spec.endpoint.hosting or name a larger instanceType.",
    "memoryMb: 900 GiB        | 11:1: error: a copy of the component needs 921600 MiB, and one ml.g5.2xlarge has 32768. Lower spec.endpoint.hosting or name a larger instanceType.",
    "instances: 5, max: 2     | 17:46: error: instances 5 is above max 2. Write max: 5 or more.",
    "min: 3, max: 2           | 17:48: error: max 2 is below min 3. Write max: 3 or more.",
  })
  void componentThatNoInstanceCanHold(String hosting, String said) throws IOException {
    write("wrong.yaml", POLICY.replace("endpoint: demo, variant: blue", "component: demo").replace("PerModel", "PerCopy") + "---\n"
        + SCENARIO.replace("{copies: 1}", "{copies: 1, hosting: {" + hosting + "}}"));
    assertProblem("wrong.yaml:" + said, "simulate wrong.yaml");
  }

  static Stream<Arguments> traces() throws IOException {
    byte[] packed = gzip(bytes(HEAD + Stream.iterate(0, i -> i + 1).limit(3000).map(i -> i / 100 + "," + i % 997 + ",5\n")
        .reduce("", String::concat)));
    byte[] damaged = packed.clone();
    damaged[packed.length / 2] ^= 0x55;
    byte[] binary = new byte[3000];
    new Random(1).nextBytes(binary);
    return Stream.of(
        arguments("nothing", bytes(""), "1:1: error: the file is empty. Begin the file with"),
        arguments("only comments", bytes("# a\n"), "1:1: error: the file is empty. Begin the file with"),
        arguments("a header alone", bytes(HEAD), "1:1: error: the file has a header but no requests. Add one line"),
        arguments("reordered", bytes(HEAD + "10,1,1\n5,1,1\n"), "3:1: error: the arrival goes back by 5 s. Sort the lines"),
        arguments("negative arrival", bytes(HEAD + "-1,1,1\n"), "2:1: error: arrival_s \"-1\" is negative. Write seconds"),
        arguments("negative tokens", bytes(HEAD + "1,-5,1\n"), "2:3: error: input_tokens \"-5\" is negative. Write a whole number"),
        arguments("NaN", bytes(HEAD + "NaN,1,1\n"), "2:1: error: arrival_s \"NaN\" is not a number. Write seconds"),
        arguments("huge arrival", bytes(HEAD + "1e30,1,1\n"), "2:1: error: arrival_s \"1e30\" is more than 34560000. Write seconds"),
        arguments("huge tokens", bytes(HEAD + "1,999999999999,1\n"), "2:3: error: input_tokens \"999999999999\" is more than"),
        arguments("too few columns", bytes(HEAD + "1,2\n"), "2:4: error: 2 columns where the header has 3. Complete"),
        arguments("too many columns", bytes(HEAD + "1,2,3,4\n"), "2:5: error: 4 columns where the header has 3. Write"),
        arguments("JSON among CSV", bytes(HEAD + "1,2,3\n{\"timestamp\":0}\n"), "3:1: error: a JSON line in a CSV trace. Keep"),
        arguments("CSV among JSON", bytes("{\"timestamp\":0,\"input_length\":1,\"output_length\":1}\n1,2,3\n"),
            "2:1: error: not a JSON object, as the lines before it are. Write"),
        arguments("semicolons", bytes(HEAD.replace(',', ';') + "0;1;1\n"), "1:1: error: the columns are not separated by commas. Export"),
        arguments("UTF-16", HEAD.getBytes(UTF_16), "1:1: error: the file is UTF-16 text. Save it as UTF-8."),
        arguments("binary", binary, "1:3: error: byte 26 is not text. Give"),
        arguments("cut gzip", Arrays.copyOf(packed, packed.length / 2), ": error: the compressed data ends in the middle. Copy or download"),
        arguments("gzip without its end", Arrays.copyOf(packed, packed.length - 5), ": error: the compressed data ends in the middle. Copy"),
        arguments("damaged gzip", damaged, ": error: "),
        arguments("gzip of gzip", gzip(packed), "1:1: error: the file is gzipped twice. Decompress it once."),
        arguments("a zip archive", bytes("PK\u0003\u0004 and more"), "1:1: error: the file is a zip archive. Unpack it"),
        arguments("one endless line", bytes(HEAD + "1".repeat(2_000_000)), "2:1: error: the line is longer than 1048576 bytes. Give"),
        arguments("a policy", bytes(POLICY), "1:1: error: no trace format has the header \"apiVersion: sagescale/v1\". Begin"),
        arguments("rates", bytes("second,requests\n0,1\n"), "1:1: error: this is a file of rates, not a trace. Give"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traces")
  void fileThatIsNoTrace(String kind, byte[] bytes, String said) throws IOException {
    Path file = Files.write(folder.resolve("wrong.csv"), bytes);
    Answer answer = assertProblem(null, "simulate p.yaml --trace wrong.csv");
    String place = said.startsWith(":") ? file + ":[0-9]+:[0-9]+" : file.toString();
    assertTrue(answer.err().replaceFirst(place, "").replaceFirst("^:(?=[0-9])", "").startsWith(said), answer::toString);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "simulate none.yaml            | none.yaml:1:1: error: there is no such file. Check the path.",
    "simulate empty                | empty:1:1: error: the folder holds no *.yaml file. Name a folder with policy files.",
    "simulate p.yaml --trace empty | empty:1:1: error: the trace is a folder. Name a file with one request a line.",
    "simulate p.yaml --trace none  | none:1:1: error: the trace does not exist. Name a file with one request a line.",
    "simulate p.yaml --scenario ok.csv | ok.csv:1:1: error: a document must be a mapping, here it is \"arrival_s,input_tokens,output_tokens 0,20,20 1,20,20\". Write key: value pairs.",
  })
  void pathThatLeadsNowhere(String line, String said) throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    assertProblem(said, line);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "simulate|p.yaml|--trace=",
    "simulate|p.yaml|--scenario=",
    "simulate|p.yaml|--journal=",
    "simulate|``|--quiet",
  })
  void emptyWordIsNoFile(String command, String second, String third) {
    Answer answer = Session.in(folder).run(command, second, third);
    assertEquals(Exit.USAGE, answer.exit());
    assertEquals("", answer.out());
    assertTrue(answer.err().contains(": it is empty, not a file.\n"), answer::toString);
  }

  @Test
  void byteOrderMarksAndCarriageReturnsAreFine() throws IOException {
    write("marked.yaml", "\uFEFF" + (POLICY + "---\n" + SCENARIO).replace("\n", "\r\n"));
    write("marked.csv", "\uFEFF" + (HEAD + "0,20,20\n").replace("\n", "\r\n"));
    assertEquals(Exit.DONE, Session.in(folder).line("simulate marked.yaml --trace marked.csv").exit());
  }

  @Test
  void traceOfAScenarioElsewhereIsNamedSoThatItCanBeOpened() throws IOException {
    Files.createDirectory(folder.resolve("deep"));
    write("deep/p.yaml", POLICY + "---\n" + SCENARIO.replaceAll("synthetic.*", "trace: bad.csv}"));
    write("deep/bad.csv", HEAD + "0,many,1\n");
    assertProblem("deep/bad.csv:2:3: error: input_tokens \"many\" is not a number. Write a whole number of tokens from 0 to 10000000.",
        "simulate deep/p.yaml");
  }

  @Test
  void journalSparesWhatTheScenarioReads() throws IOException {
    write("own.yaml", POLICY + "---\n" + SCENARIO.replaceAll("synthetic.*", "trace: ok.csv}"));
    Answer answer = Session.in(folder).line("simulate own.yaml --journal ok.csv");
    assertEquals(Exit.USAGE, answer.exit());
    assertTrue(answer.err().contains("would overwrite an input"), answer::toString);
    assertEquals(HEAD + "0,20,20\n1,20,20\n", Files.readString(folder.resolve("ok.csv")));
  }

  /** One line on stderr that says it with the file's place, soon, and nothing else. */
  private Answer assertProblem(@Nullable String said, String line) {
    Answer answer = assertTimeoutPreemptively(PATIENCE, () -> Session.in(folder).line(line));
    assertEquals(Exit.PROBLEMS, answer.exit(), answer::toString);
    assertEquals("", answer.out());
    assertTrue(answer.err().matches("[^\n]+:[0-9]+:[0-9]+: error: [^\n]+[.?]\n"), answer::toString);
    if (said != null) {
      assertEquals(folder + "/" + said + "\n", answer.err());
    }
    return answer;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
