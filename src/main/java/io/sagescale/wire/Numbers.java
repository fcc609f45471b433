package io.sagescale.wire;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The forms of numbers as text. */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("NaN|-?Infinity|[+-]?(?:[0-9]+\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9})?");
  private static final int LONGEST = 1000;

  private Numbers() {}

  /** Whether a text is a decimal number, NaN, Infinity or -Infinity; hexadecimal and type suffixes are not. */
  static boolean isDecimal(String text) {
    return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
  }

  /**
   * A finite number as Python writes a float: the shortest digits, an exponent below 1e-4 and from 1e16 on. Source: Python's
   * {@code repr}, by which the AWS CLI prints.
   */
  static String python(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      return digits.scale() <= 0 ? digits.setScale(1).toPlainString() : digits.toPlainString();
    }
    String unscaled = digits.unscaledValue().abs().toString();
    String fraction = unscaled.length() == 1 ? "" : "." + unscaled.substring(1);
    String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return (value < 0 ? "-" : "") + unscaled.charAt(0) + fraction + "e" + power;
  }
}
