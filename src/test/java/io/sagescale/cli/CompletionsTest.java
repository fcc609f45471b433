package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest {
  @ParameterizedTest
  @CsvSource({"bash, sagescale.bash", "zsh, _sagescale", "fish, sagescale.fish"})
  void checkedInFilesAreUpToDate(String shell, String file) throws Exception {
    Path path = Path.of("completions", file);
    Answer answer = Session.anywhere().run("completion", shell);
    assertEquals(Exit.DONE, answer.exit());
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(path, answer.out());
    }
    assertEquals(Files.readString(path), answer.out(), "write anew with -Dgolden=write");
  }

  @Test
  void fishKnowsEveryCommandAndItsOptions() {
    String script = Session.anywhere().run("completion", "fish").out();
    for (String name : Commands.names()) {
      assertTrue(script.contains(" -a " + name + " "), name);
    }
    assertTrue(script.contains("-l output -s o") || script.contains("-s o -l output"), script);
    assertTrue(script.contains("-x -a 'table json yaml csv'"), script);
    assertTrue(!script.contains("threads"), "hidden options stay hidden");
  }
}
