package io.sagescale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ProcessorPoolTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7})
  void resultsAreInTheOrderOfTheTasks(int atOnce) {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      tasks.add(() -> number);
    }
    List<Integer> done = new ArrayList<>();
    List<Integer> results = new ProcessorPool().all(tasks, atOnce, done::add);
    for (int i = 0; i < 50; i++) {
      assertEquals(i, results.get(i));
      assertEquals(i + 1, done.get(i));
    }
  }

  @Test
  void laterTasksMayFinishFirst() {
    var second = new CountDownLatch(1);
    List<Callable<String>> tasks = List.of(
        () -> {
          second.await();
          return "first";
        },
        () -> {
          second.countDown();
          return "second";
        });
    assertEquals(List.of("first", "second"), new ProcessorPool().all(tasks, 2, done -> { }));
  }

  @Test
  void failureOfATaskIsThrownOn() {
    var failure = new IllegalStateException("7");
    List<Callable<String>> tasks = List.of(() -> "fine", () -> {
      throw failure;
    });
    assertSame(failure, assertThrows(IllegalStateException.class, () -> new ProcessorPool().all(tasks, 1, done -> { })));
  }
}
