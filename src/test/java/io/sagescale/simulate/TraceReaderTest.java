package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TraceReaderTest {
  private static final String HEAD = "arrival_s,input_tokens,output_tokens\n";
  private static final String AZURE = "TIMESTAMP,ContextTokens,GeneratedTokens\n";
  private static final String BURST = "Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n";

  /** Rows as {@code nanos/input/output}. */
  static Stream<Arguments> readable() {
    return Stream.of(
        arguments("plain", HEAD + "0.5,10,20\n1.25,30,40\n", "ARRIVALS 500000000/10/20 1250000000/30/40"),
        arguments("no last newline", HEAD + "1,2,3", "ARRIVALS 1000000000/2/3"),
        arguments("Windows line ends", "arrival_s,input_tokens,output_tokens\r\n1,2,3\r\n4,5,6", "ARRIVALS 1000000000/2/3 4000000000/5/6"),
        arguments("byte order mark", "\uFEFF" + HEAD + "1,2,3\n", "ARRIVALS 1000000000/2/3"),
        arguments("blank lines and comments", "# made by hand\n\n" + HEAD + "\n  \n#1,1,1\n1,2,3\n \n", "ARRIVALS 1000000000/2/3"),
        arguments("columns in another order", "output_tokens,arrival_s,input_tokens\n3,1,2\n", "ARRIVALS 1000000000/2/3"),
        arguments("further columns", "user,arrival_s,input_tokens,output_tokens\nanna,1,2,3\n", "ARRIVALS 1000000000/2/3"),
        arguments("spaces and quotes", " Arrival_S , \"input_tokens\",OUTPUT_TOKENS\n 1 ,\"2\" , 3 \n", "ARRIVALS 1000000000/2/3"),
        arguments("a comma in quotes", "who,arrival_s,input_tokens,output_tokens\n\"a, \"\"b\"\"\",1,2,3\n", "ARRIVALS 1000000000/2/3"),
        arguments("zero tokens count as one", HEAD + "0,0,0\n", "ARRIVALS 0/1/1"),
        arguments("whole numbers with a point", HEAD + "1.,2.0,3.000\n", "ARRIVALS 1000000000/2/3"),
        arguments("signs and exponents", HEAD + "+1e1,2E1,-0\n", "ARRIVALS 10000000000/20/1"),
        arguments("finer than nanoseconds", HEAD + "0.1234567899,1,1\n", "ARRIVALS 123456789/1/1"),
        arguments("a point first", HEAD + ".5,1,1\n", "ARRIVALS 500000000/1/1"),
        arguments("the bounds", HEAD + "34560000,10000000,10000000\n", "ARRIVALS 34560000000000000/10000000/10000000"),
        arguments("same instant", HEAD + "1,1,1\n1,2,2\n", "ARRIVALS 1000000000/1/1 1000000000/2/2"),
        arguments("a second back is taken", HEAD + "2,1,1\n1,2,2\n1.5,3,3\n2.5,4,4\n",
            "ARRIVALS 2000000000/1/1 2000000000/2/2 2000000000/3/3 2500000000/4/4"),
        arguments("Azure 2023", AZURE + "2023-11-16 18:15:46.6805900,374,44\r\n2023-11-16 18:15:50.9951690,396,109",
            "AZURE 0/374/44 4314579000/396/109"),
        arguments("Azure 2024", AZURE + "2024-05-10 00:00:00.009930+00:00,2162,5\n2024-05-10 00:00:00.017335+00:00,2399,6\n",
            "AZURE 0/2162/5 7405000/2399/6"),
        arguments("over midnight, leap day", AZURE + "2024-02-28 23:59:59,1,1\n2024-02-29 00:00:00.5,2,2\n2024-03-01T00:00:00Z,3,3\n",
            "AZURE 0/1/1 1500000000/2/2 86401000000000/3/3"),
        arguments("other zones", AZURE + "2024-05-10 02:00:00+02:00,1,1\n2024-05-10 00:00:01,2,2\n2024-05-09 19:00:02-0500,3,3\n2024-05-10 01:00:03+01,4,4\n",
            "AZURE 0/1/1 1000000000/2/2 2000000000/3/3 3000000000/4/4"),
        arguments("Mooncake", "{\"timestamp\": 0, \"input_length\": 6755, \"output_length\": 500, \"hash_ids\": [0, 1]}\n"
            + "{\"timestamp\": 3000.5, \"input_length\": 12, \"output_length\": 0, \"hash_ids\": []}\n",
            "MOONCAKE 0/6755/500 3000500000/12/1"),
        arguments("Mooncake, any JSON beside", "{\"a\":{\"b\":[1,{\"c\":null},[]],\"d\":{}},\"output_length\":3,\"s\":\"x\\\"y{\",\"t\":true,"
            + "\"input_length\":2e0,\"f\":false,\"n\":-1.5e-3,\"timestamp\":1 } ", "MOONCAKE 1000000/2/3"),
        arguments("BurstGPT", BURST + "5,ChatGPT,472,18,490,Conversation log\n45.5,GPT-4,1087,0,1087,API log\n",
            "BURST_GPT 5000000000/472/18 45500000000/1087/1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void readsFormatsByTheirContent(String reason, String text, String expected) {
    assertEquals(expected, rows(FileInMemory.of(text)));
    assertEquals(expected, rows(FileInMemory.of(FileInMemory.gzipped(text))), "gzipped");
  }

  private static final String TOKENS = " Write a whole number of tokens from 0 to 10000000.";
  private static final String SECONDS = " Write seconds since the start of the trace, from 0 to 34560000.";
  private static final String BEGIN =
      " Begin the file with the line arrival_s,input_tokens,output_tokens (Azure's, BurstGPT's and Mooncake's own are read too).";
  private static final String ONE_OBJECT =
      " Write one JSON object a line: {\"timestamp\": 0, \"input_length\": 100, \"output_length\": 20}.";

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("", "t.csv:1:1: error: the file is empty." + BEGIN),
        arguments("# only talk\n\n", "t.csv:1:1: error: the file is empty." + BEGIN),
        arguments(HEAD, "t.csv:1:1: error: the file has a header but no requests. Add one line for each request."),
        arguments(HEAD + "\n# none\n", "t.csv:1:1: error: the file has a header but no requests. Add one line for each request."),
        arguments("1,2,3\n", "t.csv:1:1: error: the first line is not a header." + BEGIN),
        arguments("hello\n", "t.csv:1:1: error: no trace format has the header \"hello\"." + BEGIN),
        arguments("arrival_s;input_tokens;output_tokens\n1;2;3\n",
            "t.csv:1:1: error: the columns are not separated by commas. Export the file with commas."),
        arguments("second,requests\n0,1\n", "t.csv:1:1: error: this is a file of rates, not a trace. Give it as rates, with lengths."),
        arguments("quantile,input_tokens,output_tokens\n0,1,1\n",
            "t.csv:1:1: error: this is a file of lengths, not a trace. Give it as lengths, beside rates."),
        arguments("# x\narrival_s,input_tokens\n1,2\n",
            "t.csv:2:1: error: the header lacks output_tokens. Name the columns arrival_s,input_tokens,output_tokens."),
        arguments("TIMESTAMP,ContextTokens,Tokens\n",
            "t.csv:1:1: error: the header lacks GeneratedTokens. Name the columns TIMESTAMP,ContextTokens,GeneratedTokens."),
        arguments("arrival_s,input_tokens,output_tokens,arrival_s\n1,2,3,4\n",
            "t.csv:1:38: error: column arrival_s comes twice. Remove one of them."),
        arguments(HEAD + "1,2\n", "t.csv:2:4: error: 2 columns where the header has 3. Complete the line or remove it."),
        arguments(HEAD + "1\n", "t.csv:2:2: error: 1 column where the header has 3. Complete the line or remove it."),
        arguments(HEAD + "1,2,345,678\n",
            "t.csv:2:5: error: 4 columns where the header has 3. Write numbers without separators, and one request a line."),
        arguments(HEAD + "0,1,1\n1,two,3\n", "t.csv:3:3: error: input_tokens \"two\" is not a number." + TOKENS),
        arguments(HEAD + "1,2,\n", "t.csv:2:5: error: output_tokens is empty." + TOKENS),
        arguments(HEAD + "1,2.5,3\n", "t.csv:2:3: error: input_tokens \"2.5\" is not a whole number." + TOKENS),
        arguments(HEAD + "1,25e-1,3\n", "t.csv:2:3: error: input_tokens \"25e-1\" is not a whole number." + TOKENS),
        arguments(HEAD + "1,2,-3\n", "t.csv:2:5: error: output_tokens \"-3\" is negative." + TOKENS),
        arguments(HEAD + "-1,2,3\n", "t.csv:2:1: error: arrival_s \"-1\" is negative." + SECONDS),
        arguments(HEAD + "NaN,2,3\n", "t.csv:2:1: error: arrival_s \"NaN\" is not a number." + SECONDS),
        arguments(HEAD + "1,Infinity,3\n", "t.csv:2:3: error: input_tokens \"Infinity\" is not a number." + TOKENS),
        arguments(HEAD + "1.2.3,2,3\n", "t.csv:2:1: error: arrival_s \"1.2.3\" is not a number." + SECONDS),
        arguments(HEAD + "0x10,2,3\n", "t.csv:2:1: error: arrival_s \"0x10\" is not a number." + SECONDS),
        arguments(HEAD + "\u0661,2,3\n", "t.csv:2:1: error: arrival_s \"\u0661\" is not a number." + SECONDS),
        arguments(HEAD + "1,10000001,3\n", "t.csv:2:3: error: input_tokens \"10000001\" is more than 10000000." + TOKENS),
        arguments(HEAD + "1,2,1e999999999\n", "t.csv:2:5: error: output_tokens \"1e999999999\" is more than 10000000." + TOKENS),
        arguments(HEAD + "1700100000,2,3\n", "t.csv:2:1: error: arrival_s \"1700100000\" is more than 34560000." + SECONDS),
        arguments(HEAD + "34560000.0000000001,2,3\n34560000.1,2,3\n",
            "t.csv:3:1: error: arrival_s \"34560000.1\" is more than 34560000." + SECONDS),
        arguments(HEAD + "1,2,99999999999999999999999999\n",
            "t.csv:2:5: error: output_tokens \"99999999999999999999999999\" is more than 10000000." + TOKENS),
        arguments(HEAD + "9".repeat(70) + ",2,3\n", "t.csv:2:1: error: arrival_s \"" + "9".repeat(40) + "...\" is not a number." + SECONDS),
        arguments(HEAD + "5,1,1\n3.5,1,1\n", "t.csv:3:1: error: the arrival goes back by 1.5 s. Sort the lines below the header by arrival,"
            + " for example with: sort -t, -k1,1g (arrivals up to 1 s back are taken)."),
        arguments(HEAD + "1,\"2,3\n", "t.csv:2:3: error: a quote is not closed. Close it on the same line."),
        arguments(HEAD + "1,\"2\"3,4\n", "t.csv:2:6: error: text after a closing quote. Put a comma between columns."),
        arguments(HEAD + "1,2,3\n{\"timestamp\": 1}\n", "t.csv:3:1: error: a JSON line in a CSV trace. Keep one format in a file."),
        arguments(HEAD + "1,2,3\n" + HEAD + "1,2,3\n", "t.csv:3:1: error: the header comes again, two files seem to be joined."
            + " Simulate them apart, or shift the second one's arrivals and remove this line."),
        arguments(HEAD + "1,2\0,3\n", "t.csv:2:4: error: byte 0 is not text. Give a text file with one request a line, plain or gzipped."),
        arguments("\1\2\3\4", "t.csv:1:1: error: byte 1 is not text. Give a text file with one request a line, plain or gzipped."),
        arguments(HEAD.strip() + "\r1,2,3\r", "t.csv:1:37: error: a carriage return inside the line. Save the file with line feeds at the line ends."),
        arguments("PK\3\4....", "t.csv:1:1: error: the file is a zip archive. Unpack it, or give the file in it gzipped."),
        arguments(AZURE + "2023-11-16 18:15,1,1\n",
            "t.csv:2:1: error: TIMESTAMP \"2023-11-16 18:15\" is not a date with a time. Write it as 2023-11-16 18:15:46.6805900."),
        arguments(AZURE + "2023-02-29 18:15:00,1,1\n",
            "t.csv:2:1: error: TIMESTAMP \"2023-02-29 18:15:00\" is not a date with a time. Write it as 2023-11-16 18:15:46.6805900."),
        arguments(AZURE + "2023-02-28 24:15:00,1,1\n",
            "t.csv:2:1: error: TIMESTAMP \"2023-02-28 24:15:00\" is not a date with a time. Write it as 2023-11-16 18:15:46.6805900."),
        arguments(AZURE + "2023-02-28 23:15:00.1 CET,1,1\n",
            "t.csv:2:1: error: TIMESTAMP \"2023-02-28 23:15:00.1 CET\" is not a date with a time. Write it as 2023-11-16 18:15:46.6805900."),
        arguments(AZURE + "1969-02-28 23:15:00,1,1\n", "t.csv:2:1: error: the year of \"1969-02-28 23:15:00\" is not from 1970 to 2199."
            + " Write it as 2023-11-16 18:15:46.6805900."),
        arguments(AZURE + "2023-01-01 00:00:00,1,1\n2024-02-06 00:00:01,1,1\n",
            "t.csv:3:1: error: the arrival is more than 400 days after the first. Cut the file into smaller ones."),
        arguments(AZURE + "2023-01-01 00:00:03,1,1\n2023-01-01 00:00:01,1,1\n", "t.csv:3:1: error: the arrival goes back by 2 s."
            + " Sort the lines below the header by arrival, for example with: sort -t, -k1,1 (arrivals up to 1 s back are taken)."),
        arguments("{\"timestamp\": 1, \"input_length\": 2}\n", "t.csv:1:1: error: key \"output_length\" is missing." + ONE_OBJECT),
        arguments("{\"timestamp\": 1, \"timestamp\": 2}\n", "t.csv:1:18: error: the key comes twice. Keep one of them."),
        arguments("{\"timestamp\": \"1\", \"input_length\": 2}\n",
            "t.csv:1:15: error: broken JSON: \"\"1\", \"input_length\": 2}\" stands where it may not." + ONE_OBJECT),
        arguments("{\"timestamp\": 01}\n", "t.csv:1:15: error: broken JSON: \"01}\" stands where it may not." + ONE_OBJECT),
        arguments("{\"timestamp\": NaN}\n", "t.csv:1:15: error: broken JSON: \"NaN}\" stands where it may not." + ONE_OBJECT),
        arguments("{\"timestamp\": -1}\n", "t.csv:1:15: error: timestamp \"-1\" is negative."
            + " Write milliseconds since the start of the trace, from 0 to 34560000000."),
        arguments("{\"timestamp\": 1", "t.csv:1:16: error: broken JSON: the line ends where it may not." + ONE_OBJECT),
        arguments("{\"a\\", "t.csv:1:5: error: broken JSON: the line ends where it may not." + ONE_OBJECT),
        arguments("{\"a\": [1 2]}", "t.csv:1:10: error: broken JSON: \"2]}\" stands where it may not." + ONE_OBJECT),
        arguments("{\"a\": [1}", "t.csv:1:9: error: broken JSON: \"}\" stands where it may not." + ONE_OBJECT),
        arguments("{\"a\": " + "[".repeat(100), "t.csv:1:71: error: nested deeper than 64." + ONE_OBJECT),
        arguments("{\"timestamp\":0,\"input_length\":1,\"output_length\":1} x\n",
            "t.csv:1:52: error: text after the JSON object." + ONE_OBJECT),
        arguments("{\"timestamp\":0,\"input_length\":1,\"output_length\":1}\n1,2,3\n",
            "t.csv:2:1: error: not a JSON object, as the lines before it are." + ONE_OBJECT),
        arguments("{\"timestamp\":3000,\"input_length\":1,\"output_length\":1}\n{\"timestamp\":0,\"input_length\":1,\"output_length\":1}\n",
            "t.csv:2:14: error: the arrival goes back by 3 s. Sort the lines by \"timestamp\", for example with:"
                + " jq -sc 'sort_by(.timestamp)[]' (arrivals up to 1 s back are taken)."));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesWithPlaceAndNextStep(String text, String message) {
    FileInMemory file = FileInMemory.of(text);
    assertEquals(message, assertThrows(TraceProblem.class, () -> rows(file)).getMessage());
    assertEquals(0, file.openStreams(), "left open");
  }

  @Test
  void aProblemNamesItsParts() {
    TraceProblem problem = assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(HEAD + "0,1,1\n1,x,3\n")));
    assertEquals("t.csv", problem.name());
    assertEquals(3, problem.line());
    assertEquals(3, problem.column());
    assertEquals("input_tokens \"x\" is not a number", problem.what());
    assertEquals(TOKENS.strip(), problem.nextStep());
  }

  /** Whatever a person's slip or a broken disk makes of a trace, it is read in order or refused with a place. */
  @Test
  void everyDamagedTraceIsReadOrRefused() {
    RandomStream stream = RandomStreams.of(5).stream("damage");
    List<String> sound = List.of(HEAD + "0.5,10,20\n1.25,30,40\n", AZURE + "2023-11-16 18:15:46.68,374,44\r\n2023-11-16 18:15:50+01:00,3,1",
        "{\"timestamp\": 0, \"input_length\": 6, \"output_length\": 5, \"hash_ids\": [0, {\"a\": []}]}\n", BURST + "5,\"a,b\",472,18,490,x\n");
    String letters = "0123456789.,\"{}[]:-+eET \n\r\t#\\x\0\u00ff";
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 40_000; i++) {
      StringBuilder text = new StringBuilder(sound.get(i % sound.size()));
      for (int changes = 0; changes < 3; changes++) {
        int at = (int) (stream.nextDouble() * text.length());
        char letter = letters.charAt((int) (stream.nextDouble() * letters.length()));
        text.replace(at, stream.nextDouble() < 0.5 ? at : at + 1, stream.nextDouble() < 0.3 ? "" : String.valueOf(letter));
      }
      try {
        assertTrue(rows(FileInMemory.of(text.toString())).length() > 0);
        read++;
      } catch (TraceProblem problem) {
        assertTrue(problem.getMessage().startsWith("t.csv:") && problem.getMessage().endsWith("."), problem.getMessage());
        refused++;
      }
    }
    assertTrue(read > 1000 && refused > 10_000, read + " read, " + refused + " refused");
  }

  @Test
  void readsGzipMembersOneAfterAnother() {
    byte[] two = joined(FileInMemory.gzipped(HEAD + "1,2,3\n"), FileInMemory.gzipped("4,5,6\n"));
    assertEquals("ARRIVALS 1000000000/2/3 4000000000/5/6", rows(FileInMemory.of(two)));
    assertEquals("ARRIVALS 1000000000/2/3 4000000000/5/6", rows(FileInMemory.of(joined(two, new byte[512]))), "padded");
  }

  @Test
  void refusesGzipThatIsCutAnywhere() {
    byte[] whole = FileInMemory.gzipped(HEAD + "1,2,3\n4,5,6\n");
    for (int length = 3; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      TraceProblem problem = assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(cut)));
      assertEquals("Copy or download the file again.", problem.nextStep());
    }
  }

  @Test
  void refusesGzipWithSomethingElseBehindIt() {
    byte[] tail = joined(FileInMemory.gzipped(HEAD + "1,2,3\n"), "4,5,6\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("t.csv:3:1: error: the compressed data is broken (something else follows it). Copy or download the file again.",
        assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(tail))).getMessage());
  }

  @Test
  void refusesDamagedGzip() {
    byte[] damaged = FileInMemory.gzipped(HEAD + "1,2,3\n".repeat(1000));
    damaged[damaged.length - 8] ^= 1;
    assertTrue(assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(damaged))).what()
        .startsWith("the compressed data is broken"));
  }

  @Test
  void namesTheCompressionItCannotRead() {
    assertEquals("the file is gzipped twice", what(twice(HEAD + "1,2,3\n")));
    assertEquals("the file is compressed with zstd", what(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1}));
    assertEquals("the file is UTF-16 text", what((HEAD + "1,2,3\n").getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void aLineIsReadNoFurtherThanItsBound() {
    byte[] long1 = new byte[3 << 20];
    Arrays.fill(long1, (byte) 'a');
    assertEquals("t.csv:1:1: error: the line is longer than 1048576 bytes. Give a text file with one request a line.",
        assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(long1))).getMessage());
    assertEquals("ARRIVALS 1000000000/2/3", rows(FileInMemory.of("#" + "x".repeat(1_000_000) + "\n" + HEAD + "1,2,3\n")));
  }

  @Test
  void linesAndBytesAreBounded() {
    LineReader.Limits few = new LineReader.Limits(1 << 10, 3, 1 << 20);
    assertEquals("t.csv:4:1: error: more than 3 lines. Cut the file into smaller ones.",
        assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(HEAD + "\n\n\n\n1,2,3\n"), few)).getMessage());
    LineReader.Limits small = new LineReader.Limits(1 << 10, 1_000_000, 1 << 20);
    byte[] bomb = FileInMemory.gzipped(HEAD + "\n".repeat(2 << 20));
    assertEquals("more than 1048576 bytes of text",
        assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(bomb), new LineReader.Limits(1 << 10, 9_000_000, 1 << 20))).what());
    assertEquals("more than 1000000 lines", assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(bomb), small)).what());
  }

  @Test
  void saysThatAFileIsNotThere() {
    Traffic.Bytes missing = new Traffic.Bytes() {
      @Override
      public String name() {
        return "nowhere.csv";
      }

      @Override
      public InputStream open() throws IOException {
        throw new NoSuchFileException("nowhere.csv");
      }
    };
    assertEquals("nowhere.csv:1:1: error: cannot be read (no such file). Check the path and its permissions.",
        assertThrows(TraceProblem.class, () -> TraceReader.open(missing)).getMessage());
  }

  private static String what(byte[] bytes) {
    return assertThrows(TraceProblem.class, () -> rows(FileInMemory.of(bytes))).what();
  }

  private static byte[] twice(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new java.util.zip.GZIPOutputStream(bytes)) {
      out.write(FileInMemory.gzipped(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static String rows(Traffic.Bytes file) {
    return rows(file, LineReader.Limits.DEFAULT);
  }

  private static String rows(Traffic.Bytes file, LineReader.Limits limits) {
    try (TraceReader reader = TraceReader.open(file, limits)) {
      StringJoiner rows = new StringJoiner(" ");
      rows.add(reader.format().toString());
      while (reader.next()) {
        rows.add(reader.arrivalNanos() + "/" + reader.inputTokens() + "/" + reader.outputTokens());
      }
      return rows.toString();
    }
  }
}
