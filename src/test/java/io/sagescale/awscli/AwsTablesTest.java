package io.sagescale.awscli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.wire.SdkObjects;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the tables against the SDK's classes. */
class AwsTablesTest {
  @ParameterizedTest
  @EnumSource(AwsService.class)
  void everyOperationOfTheSdkIsInTheTableAndNoOther(AwsService service) {
    Set<String> ofSdk = Stream.of(service.client().getMethods())
        .filter(method -> method.getParameterCount() == 1 && method.getReturnType().getSimpleName().endsWith("Response"))
        .filter(method -> method.getParameterTypes()[0].getSimpleName().endsWith("Request"))
        .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    Set<String> ofTable = service.operations().stream().map(AwsCall::methodName).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(ofSdk, ofTable);
  }

  @ParameterizedTest
  @EnumSource(AwsService.class)
  void everyOperationCanBeCalled(AwsService service) throws ReflectiveOperationException {
    for (AwsOperation operation : service.operations()) {
      assertEquals(operation.responseClass(), new AwsCall(operation, "").method().type().returnType());
    }
  }

  @ParameterizedTest
  @EnumSource(AwsService.class)
  void membersOfTheTablesAreTheSdks(AwsService service) {
    for (AwsOperation operation : service.operations()) {
      Set<String> members = operation.input().members().keySet();
      assertTrue(members.containsAll(operation.required()), operation.toString());
      Paging paging = operation.paging();
      if (paging != null) {
        Set<String> answered = SdkObjects.type(operation.responseClass()).members().keySet();
        assertTrue(members.contains(paging.token()), operation.toString());
        assertTrue(paging.limit() == null || members.contains(paging.limit()), operation.toString());
        assertTrue(answered.contains(paging.next()), operation.toString());
        assertTrue(answered.containsAll(paging.results()) && answered.containsAll(paging.others()), operation.toString());
      }
    }
  }

  /** An option that every operation has would hide a flag of the same word. */
  @ParameterizedTest
  @EnumSource(AwsService.class)
  void noFlagHasTheWordOfAnOption(AwsService service) {
    List<String> options = AwsOption.words();
    for (AwsOperation operation : service.operations()) {
      Set<String> both = new LinkedHashSet<>(operation.flags().keySet());
      both.retainAll(options);
      assertEquals(Set.of(), both, operation.name());
      assertTrue(operation.flags().size() >= operation.input().members().size(), operation.name());
    }
  }

  /** Only a union, which must have one member, does not take them all. */
  @ParameterizedTest
  @EnumSource(AwsService.class)
  void helpFitsAndSkeletonsAreInputsOfEveryOperation(AwsService service) {
    for (AwsOperation operation : service.operations()) {
      AwsHelp.operation(operation).lines().forEach(line -> assertTrue(line.length() <= 80, line));
      AwsLine line = AwsLine.parse(List.of(service.word(), operation.word(), "--cli-input-json", operation.skeleton()));
      AwsQuestion question = AwsQuestion.of(line, operation, path -> path);
      try {
        assertEquals(operation.requestClass(), question.request().getClass());
      } catch (WrongInput union) {
        assertTrue(String.valueOf(union.getMessage()).contains("A union must have one member"), operation.toString());
      }
    }
  }
}
