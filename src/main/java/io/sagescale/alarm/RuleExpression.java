package io.sagescale.alarm;

import io.sagescale.model.AlarmState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/** What the states of other alarms must be: a composite alarm is in ALARM while this holds, and otherwise OK. */
public sealed interface RuleExpression {
  /** True while the alarm is in the state; an alarm that is gone is in none. */
  record In(AlarmState state, String alarm) implements RuleExpression {}

  /** TRUE or FALSE. */
  record Constant(boolean value) implements RuleExpression {}

  record Not(RuleExpression part) implements RuleExpression {}

  record All(List<RuleExpression> parts) implements RuleExpression {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<RuleExpression> parts) implements RuleExpression {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** @param states of the alarms by name */
  default boolean holds(Function<String, Optional<AlarmState>> states) {
    return switch (this) {
      case In in -> states.apply(in.alarm()).filter(state -> state == in.state()).isPresent();
      case Constant constant -> constant.value();
      case Not not -> !not.part().holds(states);
      case All all -> all.parts().stream().allMatch(part -> part.holds(states));
      case Any any -> any.parts().stream().anyMatch(part -> part.holds(states));
    };
  }

  /** The alarms it names, each once, in the order of the text. */
  default SequencedSet<String> children() {
    SequencedSet<String> children = new LinkedHashSet<>();
    collect(this, children);
    return children;
  }

  private static void collect(RuleExpression expression, SequencedSet<String> children) {
    switch (expression) {
      case In in -> children.add(in.alarm());
      case Constant constant -> { }
      case Not not -> collect(not.part(), children);
      case All all -> all.parts().forEach(part -> collect(part, children));
      case Any any -> any.parts().forEach(part -> collect(part, children));
    }
  }
}
