package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.alarm.HistoryItem;
import io.sagescale.api.Account;
import io.sagescale.model.AlarmState;
import io.sagescale.wire.HttpQuestion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alarms of a state that is opened again. */
class AlarmsReopenedTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String ALARM = """
      {"AlarmName":"a","Namespace":"Shop","MetricName":"Depth","Statistic":"Maximum","Period":60,"EvaluationPeriods":1,
      "Threshold":5,"ComparisonOperator":"GreaterThanThreshold"%s}""";

  @TempDir Path state;
  private final List<String> said = new ArrayList<>();

  @Test
  void compositeAlarmsComeBackWithStateAndHistory() {
    List<HistoryItem> before;
    try (LocalEngine engine = open()) {
      ask(engine, 0, "PutMetricAlarm", ALARM.formatted(""));
      ask(engine, 1, "PutCompositeAlarm", "{\"AlarmName\":\"up\",\"AlarmRule\":\"ALARM(a) OR FALSE\"}");
      ask(engine, 2, "SetAlarmState", "{\"AlarmName\":\"a\",\"StateValue\":\"ALARM\",\"StateReason\":\"drill\"}");
      before = history(engine);
      assertEquals(3, before.size());
    }
    try (LocalEngine engine = open()) {
      assertEquals(before, history(engine));
      assertEquals(AlarmState.ALARM, engine.engine().composites().status("up").state());
      assertEquals(List.of(), said);
    }
  }

  /** A state may hold calls from before units were checked. */
  @Test
  void pointsBesideTheUnitOfAnAlarmComeBack() {
    EngineStore.Origin origin = new EngineStore.Origin(NOON, ModelledWorld.STANDARD, Account.DEFAULT);
    try (EngineStore store = EngineStore.open(state, origin, "", Duration.ZERO, line -> {})) {
      store.append(call(0, "PutMetricData", datum("Bytes")));
      store.append(call(1, "PutMetricAlarm", ALARM.formatted(",\"Unit\":\"Count\"")));
      store.append(call(2, "PutMetricData", datum("Seconds")));
      store.flush();
    }
    try (LocalEngine engine = open()) {
      assertEquals(List.of(), said);
      assertEquals(List.of("a"), engine.engine().alarms().names());
      assertEquals(400, serve(engine, 3, "PutMetricData", datum("Seconds")));
      assertEquals(400, serve(engine, 3, "PutMetricAlarm", ALARM.formatted(",\"Unit\":\"Count\"")));
    }
  }

  private LocalEngine open() {
    return LocalEngine.open(EngineOptions.in(state, null, said::add), NOON);
  }

  private static List<HistoryItem> history(LocalEngine engine) {
    return engine.engine().composites().history("up", String::valueOf);
  }

  private static void ask(LocalEngine engine, int second, String operation, String body) {
    assertEquals(200, serve(engine, second, operation, body));
  }

  private static int serve(LocalEngine engine, int second, String operation, String body) {
    return engine.serve(call(second, operation, body).question(), NOON.plusSeconds(second)).all().status();
  }

  private static String datum(String unit) {
    return "{\"Namespace\":\"Shop\",\"MetricData\":[{\"MetricName\":\"Depth\",\"Value\":9,\"Unit\":\"" + unit + "\"}]}";
  }

  private static LogEntry.Called call(int second, String operation, String body) {
    return new LogEntry.Called(NOON.plusSeconds(second), new HttpQuestion("POST", "/", Map.of(
        "X-Amz-Target", List.of("GraniteServiceVersion20100801." + operation),
        "Content-Type", List.of("application/x-amz-json-1.0")), body.getBytes(StandardCharsets.UTF_8)));
  }
}
