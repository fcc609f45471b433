package io.sagescale.simulate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A column of numbers from 0 to a bound, read from bytes without making objects.
 *
 * @param name as the header writes it
 * @param places decimal places kept, further ones are cut; with 0 the number must be whole
 * @param most greatest value allowed, in units of the last place kept
 * @param nextStep what to write instead, with its full stop
 */
record NumberColumn(String name, int places, long most, String nextStep) {
  private static final int FAST_DIGITS = 15;
  private static final int LONGEST = 60;
  private static final long[] POWER = new long[19];

  static {
    POWER[0] = 1;
    for (int i = 1; i < POWER.length; i++) {
      POWER[i] = POWER[i - 1] * 10;
    }
  }

  /** The number between two indexes of the line, times ten to the power of {@code places}. */
  long parse(LineReader line, int from, int to) {
    byte[] bytes = line.bytes();
    long value = 0;
    int i = from;
    while (i < to && isDigit(bytes[i])) {
      value = value * 10 + (bytes[i++] - '0');
      if (i - from > FAST_DIGITS) {
        return parseSlowly(line, from, to);
      }
    }
    if (i == from || (i < to && bytes[i] != '.')) {
      return parseSlowly(line, from, to);
    }
    if (value > most / POWER[places]) {
      throw tooLarge(line, from, to);
    }
    value *= POWER[places];
    int fraction = i + 1;
    for (int k = fraction; k < to; k++) {
      if (!isDigit(bytes[k])) {
        return parseSlowly(line, from, to);
      }
      int place = k - fraction + 1;
      if (place <= places) {
        value += (bytes[k] - '0') * POWER[places - place];
      } else if (places == 0 && bytes[k] != '0') {
        throw notWhole(line, from, to);
      }
    }
    if (value > most) {
      throw tooLarge(line, from, to);
    }
    return value;
  }

  /** Signs, exponents, many digits, and everything that is not a number. */
  private long parseSlowly(LineReader line, int from, int to) {
    if (from == to) {
      throw line.problem(from, name + " is empty", nextStep);
    }
    BigDecimal number = decimal(line, from, to);
    if (number.signum() < 0) {
      throw line.problem(from, name + " " + line.quoted(from, to) + " is negative", nextStep);
    }
    if (number.compareTo(BigDecimal.valueOf(most, places)) > 0) {
      throw tooLarge(line, from, to);
    }
    long value = number.movePointRight(places).longValue();
    if (places == 0 && number.compareTo(BigDecimal.valueOf(value)) != 0) {
      throw notWhole(line, from, to);
    }
    return value;
  }

  private BigDecimal decimal(LineReader line, int from, int to) {
    if (to - from <= LONGEST) {
      try {
        return new BigDecimal(new String(line.bytes(), from, to - from, StandardCharsets.ISO_8859_1));
      } catch (NumberFormatException e) {
        // said below, with the place
      }
    }
    throw line.problem(from, name + " " + line.quoted(from, to) + " is not a number", nextStep);
  }

  private TraceProblem notWhole(LineReader line, int from, int to) {
    return line.problem(from, name + " " + line.quoted(from, to) + " is not a whole number", nextStep);
  }

  private TraceProblem tooLarge(LineReader line, int from, int to) {
    String bound = BigDecimal.valueOf(most, places).stripTrailingZeros().toPlainString();
    return line.problem(from, name + " " + line.quoted(from, to) + " is more than " + bound, nextStep);
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
