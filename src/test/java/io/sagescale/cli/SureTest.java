package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.sagescale.cli.Session.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;

/** Whoever deletes something is asked, if there is a person to be asked. */
class SureTest {
  private final FakeClients clients = FakeClients.empty();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "alarm delete busy           | y      | 0 | 1",
    "alarm delete busy           | ' YES' | 0 | 1",
    "alarm delete busy           | n      | 1 | 0",
    "alarm delete busy           | ''     | 1 | 0",
    "alarm delete busy --yes     | n      | 0 | 1",
    "alarm delete busy --dry-run | y      | 0 | 0",
  })
  void deletesWhatThePersonWants(String line, String typed, int exit, int calls) {
    Answer answer = Session.anywhere().talking(clients).answering(typed).line(line);
    assertEquals(exit, answer.exit(), answer.err());
    verify(clients.cloudWatch(), times(calls)).deleteAlarms(any(DeleteAlarmsRequest.class));
  }

  @Test
  void saysWhatBecomesOfAnotherAnswer() {
    Answer answer = Session.anywhere().talking(clients).answering("no").line("alarm delete busy");
    assertEquals(new Answer(Exit.FAILED, "", "sagescale: nothing was changed.\n"
        + "Answer y, or add --yes; what there is: sagescale alarm list -o name\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy delete a/b burst", "alarm delete busy", "schedule delete a/b office", "target deregister a/b",
    "endpoint delete chat", "endpoint component delete phi", "engine reset"})
  void refusesWhereNobodyCanBeAsked(String line) {
    Answer answer = Session.anywhere().talking(clients).line(line);
    assertEquals(Exit.USAGE, answer.exit(), answer.err());
    assertEquals(true, answer.err().contains("Add --yes; what there is: sagescale "), answer.err());
    verify(clients.cloudWatch(), never()).deleteAlarms(any(DeleteAlarmsRequest.class));
  }
}
