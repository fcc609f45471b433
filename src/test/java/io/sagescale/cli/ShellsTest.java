package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion scripts in the shells they are for. */
class ShellsTest {
  private static final String BASH = """
      source completions/sagescale.bash
      COMP_WORDS=(WORDS); COMP_CWORD=LAST; COMP_LINE="${COMP_WORDS[*]}"
      _complete_sagescale; printf '%s\\n' "${COMPREPLY[@]}"
      """;

  private static final String ZSH = """
      autoload -Uz compinit; compinit -D -u
      source completions/_sagescale
      ask() {
        emulate -L sh; setopt ksh_arrays
        COMP_WORDS=(WORDS); COMP_CWORD=LAST; COMP_LINE="${COMP_WORDS[*]}"
        _complete_sagescale; printf '%s\\n' "${COMPREPLY[@]}"
      }
      ask
      """;

  private static final String FISH = """
      source completions/sagescale.fish
      complete -C 'LINE'
      """;

  /** A line as far as it is typed, and a word that is offered for its last. */
  private static final Map<String, String> OFFERED = Map.of(
      "sagescale ta", "target",
      "sagescale cloudw", "cloudwatch",
      "sagescale alarm h", "history",
      "sagescale target list --out", "--output",
      "sagescale target list --engine l", "local",
      "sagescale simulate -o j", "json",
      "sagescale completion f", "fish");

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void shellFinishesWords(String shell) throws Exception {
    assumeTrue(isHere(shell), shell + " is not installed");
    for (var row : OFFERED.entrySet()) {
      String said = output(shell, script(shell, row.getKey()));
      List<String> offered = said.lines().map(line -> line.replaceFirst("\\t.*", "").strip()).toList();
      assertTrue(offered.contains(row.getValue()), row + ": " + said);
      assertFalse(said.contains("not found"), row + ": " + said);
    }
  }

  private static String script(String shell, String line) {
    String script = switch (shell) {
      case "bash" -> BASH;
      case "zsh" -> ZSH;
      default -> FISH;
    };
    return script.replace("WORDS)", line + ")").replace("LAST", "" + (line.split(" ").length - 1)).replace("LINE'", line + "'");
  }

  private static boolean isHere(String shell) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
  }

  private static String output(String shell, String script) throws Exception {
    List<String> command = switch (shell) {
      case "bash" -> List.of("bash", "--norc", "-c", script);
      case "zsh" -> List.of("zsh", "-f", "-c", script);
      default -> List.of("fish", "--no-config", "-c", script);
    };
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
