package io.sagescale.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many points of how many make an alarm: {@code 2/3}, or {@code 3} for all three. */
final class PointsWord implements ITypeConverter<PointsWord.Points> {
  private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,3})(?:/([1-9]\\d{0,3}))?");

  /** At least one is needed, and no more than there are. */
  record Points(int needed, int of) {}

  @Override
  public Points convert(String word) {
    Matcher matcher = SHAPE.matcher(word);
    if (!matcher.matches()) {
      throw new TypeConversionException(Cli.quoted(word) + " is not M/N, such as 2/3");
    }
    int needed = Integer.parseInt(matcher.group(1));
    int of = matcher.group(2) == null ? needed : Integer.parseInt(matcher.group(2));
    if (needed > of) {
      throw new TypeConversionException(Cli.quoted(word) + " wants more points than there are");
    }
    return new Points(needed, of);
  }
}
