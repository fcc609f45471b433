package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What happened to all alarms of one kind, deleted ones included. */
final class Histories {
  /** Most names; those that came first go first, even if their alarms still stand. Source: our choice, a bound. */
  static final int NAMES_MAX = 10_000;

  private final Map<String, History> histories = new LinkedHashMap<>();

  /** The name's history, which begins now if there is none. */
  History of(String name) {
    History history = histories.get(name);
    if (history == null) {
      while (histories.size() >= NAMES_MAX) {
        histories.remove(histories.keySet().iterator().next());
      }
      history = new History(name);
      histories.put(name, history);
    }
    return history;
  }

  /** Oldest first, with actions written as the caller names them; empty for a name never heard of. */
  List<HistoryItem> items(String name, Function<AlarmAction, String> actions) {
    History history = histories.get(name);
    return history == null ? List.of() : history.items(actions);
  }

  /** In order of their first creation. */
  List<String> names() {
    return List.copyOf(histories.keySet());
  }
}
