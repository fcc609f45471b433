package io.sagescale.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words for {@code --output} of plans. */
final class PlanFormatWord implements ITypeConverter<PlanFormat> {
  @Override
  public PlanFormat convert(String word) {
    return Arrays.stream(PlanFormat.values()).filter(format -> format.toString().equals(word)).findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + word + "' is not one of " + String.join(", ", words())));
  }

  private static List<String> words() {
    return Stream.of(PlanFormat.values()).map(PlanFormat::toString).toList();
  }

  /** All formats, for completion. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }
}
