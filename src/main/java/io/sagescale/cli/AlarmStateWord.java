package io.sagescale.cli;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** States of alarms, in AWS's words; {@code OK} and {@code ok} are the same. */
final class AlarmStateWord implements ITypeConverter<StateValue> {
  private static final List<String> WORDS = List.of("OK", "ALARM", "INSUFFICIENT_DATA");

  @Override
  public StateValue convert(String word) {
    for (String state : WORDS) {
      if (state.equalsIgnoreCase(word)) {
        return StateValue.fromValue(state);
      }
    }
    throw new TypeConversionException(Cli.quoted(word) + " is not one of " + String.join(", ", WORDS));
  }

  /** All states, for completion. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return WORDS.iterator();
    }
  }
}
