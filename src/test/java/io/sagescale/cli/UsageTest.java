package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.cli.Surroundings.Terminal;
import io.sagescale.report.Golden;
import io.sagescale.report.ResultSchemas;
import io.sagescale.yaml.Schemas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "simulat x.yaml                   | unknown command 'simulat'                             | Did you mean simulate?",
    "frobnicate                       | unknown command 'frobnicate'                          | See: sagescale --help",
    "--versoin                        | unknown option '--versoin'                            | Did you mean --version?",
    "simulate                         | missing required parameter: 'FILE'                    | See: sagescale simulate --help",
    "simulate x.yaml --sede 7         | unknown option '--sede'                               | Did you mean --seed? See: sagescale simulate --help",
    "simulate x.yaml --sede=7         | unknown option '--sede=7'                             | Did you mean --seed? See: sagescale simulate --help",
    "simulate x.yaml --frobnicate     | unknown option '--frobnicate'                         | See: sagescale simulate --help",
    "simulate x.yaml --seed           | missing required parameter for option '--seed' (N)    | See: sagescale simulate --help",
    "simulate x.yaml --seed seven     | invalid value for option '--seed': 'seven' is not a whole number | See: sagescale simulate --help",
    "simulate x.yaml --seeds 0        | --seeds must be from 1 to 10000, here it is 0         | Try --seeds 20",
    "simulate x.yaml --seeds 99999    | --seeds must be from 1 to 10000, here it is 99999     | Try --seeds 20",
    "simulate x.yaml --seed 1 --seed 2 | option '--seed' (N) should be specified only once    | See: sagescale simulate --help",
    "simulate x.yaml -o xml           | invalid value for option '--output': 'xml' is not one of table, json, yaml, csv | See: sagescale simulate --help",
    "simulate x.yaml --seeds 2 --journal j | a journal is of one run, and --seeds asks for 2  | Leave out --seeds or --journal",
    "simulate x.yaml --seeds 1001 -o csv | csv is for at most 1000 seeds, here they are 1001 | Use -o json",
    "simulate x.yaml --threads 0      | --threads must be 1 or more, here it is 0             | Leave it out for one per processor",
    "validate                         | no file is named                                      | Write sagescale validate FILE, or sagescale validate --explain RULE",
    "validate x.yaml -o csv           | invalid value for option '--output': 'csv' is not one of table, json, sarif, junit, github, gitlab | See: sagescale validate --help",
    "schema EndpointScalin            | there is no kind 'EndpointScalin'                     | Did you mean EndpointScaling?",
    "schema SimulateResult again      | one word too many: 'again'                            | See: sagescale schema --help",
    "completion bsh                   | there is no completion for 'bsh'                      | Did you mean bash?",
    "completion                       | missing required parameter: 'SHELL'                   | See: sagescale completion --help",
    "version now                      | one word too many: 'now'                              | See: sagescale version --help",
    "help simulat                     | unknown command 'simulat'                             | Did you mean simulate?",
  })
  void wrongWordsAreNamedWithTheNextStep(String line, String what, String nextStep) {
    Answer answer = Session.anywhere().line(line);
    assertEquals(new Answer(Exit.USAGE, "", "sagescale: " + what + ".\n" + nextStep + "\n"), answer);
  }

  @Test
  void emptyWordAfterAFileIsNoFile() {
    assertEquals(new Answer(Exit.USAGE, "", "sagescale: an empty word is not a file.\nSee: sagescale validate --help\n"),
        Session.anywhere().run("validate", "x.yaml", ""));
    assertEquals(new Answer(Exit.USAGE, "", "sagescale: an empty word is not a file.\nSee: sagescale validate --help\n"),
        Session.anywhere().run("validate", "", "--quiet"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--quiet", "--debug --no-color"})
  void withoutACommandTheHelpIsOnStderr(String line) {
    Answer answer = Session.anywhere().line(line);
    assertEquals(Exit.USAGE, answer.exit());
    assertEquals("", answer.out());
    assertTrue(answer.err().contains("Begin here"), answer.err());
  }

  @Test
  void helpTeaches() {
    Answer answer = Session.anywhere().line("--help");
    assertEquals(new Answer(Exit.DONE, answer.out(), ""), answer);
    Golden.check("cli/help.txt", answer.out());
    Golden.check("cli/help-simulate.txt", Session.anywhere().line("simulate --help").out());
    assertEquals(answer, Session.anywhere().line("help"));
    assertEquals(Session.anywhere().line("simulate -h"), Session.anywhere().line("help simulate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulate", "validate", "schema", "completion", "version"})
  void everyCommandHasHelpThatFitsEightyColumns(String command) {
    Answer answer = Session.anywhere().run(command, "--help");
    assertEquals(Exit.DONE, answer.exit());
    assertEquals("", answer.err());
    assertTrue(answer.out().contains("Usage: sagescale " + command), answer.out());
    answer.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V", "--quiet version", "--no-color --debug version"})
  void saysTheVersionOfThePom(String line) throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.replaceAll("(?s).*?<artifactId>sagescale</artifactId>\\s*<version>(.*?)</version>.*", "$1");
    assertEquals(new Answer(Exit.DONE, "sagescale " + version + System.lineSeparator(), ""), Session.anywhere().line(line));
  }

  @Test
  void coloursAreForTerminalsOnly() {
    Terminal terminal = new Terminal(true, true, 100);
    assertTrue(Session.anywhere().at(terminal).line("--help").out().contains("\u001b["));
    assertFalse(Session.anywhere().line("--help").out().contains("\u001b["));
    assertFalse(Session.anywhere().at(terminal).with("NO_COLOR", "1").line("--help").out().contains("\u001b["));
    assertTrue(Session.anywhere().at(terminal).with("NO_COLOR", "").line("--help").out().contains("\u001b["));
    assertFalse(Session.anywhere().at(terminal).with("TERM", "dumb").line("--help").out().contains("\u001b["));
    assertFalse(Session.anywhere().at(terminal).line("--no-color --help").out().contains("\u001b["));
  }

  @Test
  void wordsCannotWriteToTheTerminal() {
    Answer answer = Session.anywhere().run("\u001b[31mred");
    assertEquals("sagescale: unknown command '?[31mred'.", answer.err().lines().findFirst().orElse(""));
  }

  @Test
  void filesHaveOneSchemaForAllTheirKinds() {
    Answer answer = Session.anywhere().line("schema");
    assertEquals(new Answer(Exit.DONE, Schemas.text(), ""), answer);
    assertEquals(answer, Session.anywhere().line("schema EndpointScaling"));
    assertEquals(answer, Session.anywhere().line("schema Scenario"));
  }

  @Test
  void documentsAreUtf8WhateverTheTerminal() {
    Answer answer = Session.anywhere().writing(StandardCharsets.US_ASCII).line("schema SimulateResult");
    assertEquals(Exit.DONE, answer.exit());
    assertEquals(ResultSchemas.of("SimulateResult"), answer.out());
  }
}
