package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verifyNoInteractions;

import io.sagescale.cli.Session.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** {@code --query}, on two targets. */
class QueryTest {
  private final FakeClients clients = FakeClients.empty();

  @BeforeEach
  void twoTargets() {
    doReturn(DescribeScalableTargetsResponse.builder().scalableTargets(target("endpoint/a/variant/b", 1, 4),
        target("inference-component/c", 0, 12)).build())
        .when(clients.scaling()).describeScalableTargets(any(DescribeScalableTargetsRequest.class));
  }

  private static ScalableTarget target(String resource, int min, int max) {
    return ScalableTarget.builder().resourceId(resource).minCapacity(min).maxCapacity(max)
        .suspendedState(state -> state.dynamicScalingInSuspended(true)).build();
  }

  private Answer run(String query, String format) {
    return Session.anywhere().talking(clients).run("target", "list", "--query", query, "-o", format);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '%', value = {
    "ScalableTargets[].ResourceId % json % [~    #endpoint/a/variant/b#,~    #inference-component/c#~]~",
    "ScalableTargets[].ResourceId % text % endpoint/a/variant/b\tinference-component/c~",
    "ScalableTargets[].ResourceId % table % endpoint/a/variant/b~inference-component/c~",
    "ScalableTargets[].ResourceId % name % endpoint/a/variant/b~inference-component/c~",
    "ScalableTargets[].ResourceId % csv % VALUE~endpoint/a/variant/b~inference-component/c~",
    "ScalableTargets[?MaxCapacity>`4`].MaxCapacity | [0] % json % 12~",
    "sort_by(ScalableTargets,&MinCapacity)[0].ResourceId % json % #inference-component/c#~",
    "ScalableTargets[].[ResourceId,MinCapacity] % text % endpoint/a/variant/b\t1~inference-component/c\t0~",
    "ScalableTargets[].{id:ResourceId,at:MinCapacity} % text % 1\tendpoint/a/variant/b~0\tinference-component/c~",
    "ScalableTargets[].{id:ResourceId,at:MinCapacity} % table % id                     at~endpoint/a/variant/b   1~inference-component/c  0~",
    "ScalableTargets[].{id:ResourceId,at:MinCapacity} % csv % id,at~endpoint/a/variant/b,1~inference-component/c,0~",
    "ScalableTargets[0].SuspendedState % text % True~",
    "ScalableTargets[0].Nothing % json % null~",
    "ScalableTargets[0].Nothing % text % None~",
    "ScalableTargets[0].Nothing % table % ''",
    "{b:length(ScalableTargets),a:`1.5`} % yaml % b: 2~a: 1.5~",
  })
  void picksAsAwsDoes(String query, String format, String text) {
    assertEquals(new Answer(Exit.DONE, text.replace('~', '\n').replace('#', '"'), ""), run(query, format));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '%', value = {
    "ScalableTargets[ % Syntax error at line 1 column 17",
    "a..b             % Syntax error at line 1 column 3",
    "foo(             % Syntax error at line 1 column 5",
    "nope(@)          % there is no function nope",
    "length(`1`)      % a function is asked of a value that it does not take",
    "length()         % a function has too few or too many arguments",
  })
  void wrongExpressionsAreToldOfWithTheirPlace(String query, String part) {
    Answer answer = run(query, "json");
    assertEquals(Exit.USAGE, answer.exit());
    assertEquals("", answer.out());
    assertEquals("sagescale: --query: " + part, answer.err().substring(0, Math.min(answer.err().length(), 20 + part.length())));
  }

  @Test
  void nothingIsAskedForAnExpressionThatCannotBeRead() {
    FakeClients untouched = FakeClients.empty();
    Session.anywhere().talking(untouched).run("target", "register", "a/b", "--max", "4", "--query", "a..b");
    verifyNoInteractions(untouched.scaling());
  }
}
