package io.sagescale.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why an alarm changed its state, in fewer words than CloudWatch has; a reason of another form stands for itself. */
final class AlarmReason {
  private static final Pattern CROSSED = Pattern.compile(
      "Threshold Crossed: (\\d+)(?: out of the last (\\d+))? datapoints?(?: \\[(?<few>[^]]*)])? (?:was|were) (?<not>not )?"
      + "(?<than>greater|less) than(?<equal> or equal to)? the threshold \\((?<threshold>[^)]*)\\)"
      + "(?: and (?<missing>\\d+) missing datapoints? (?:was|were) treated as \\[(?<as>\\w+)])?"
      + "(?:\\. The most recent datapoints[^\\[]*\\[(?<newest>[^]]*)])?.*");
  private static final Pattern NOTHING = Pattern.compile(
      "Threshold Crossed: no datapoints were received for (\\d+) periods? and .* treated as \\[(?<as>\\w+)].*");
  private static final Pattern UNKNOWN = Pattern.compile("Insufficient Data: (\\d+) datapoints? (?:was|were) unknown\\.?");

  private AlarmReason() {}

  /** {@code 3 points > 5: 30, 30, 30}, the newest value first. */
  static String plain(@Nullable String reason) {
    String text = AwsWords.dash(reason);
    Matcher crossed = CROSSED.matcher(text);
    if (crossed.matches()) {
      return crossed(crossed);
    }
    Matcher nothing = NOTHING.matcher(text);
    if (nothing.matches()) {
      return "no data for " + periods(nothing.group(1)) + ", which counts as " + kind(nothing.group("as"));
    }
    Matcher unknown = UNKNOWN.matcher(text);
    if (unknown.matches()) {
      return "no data for " + periods(unknown.group(1));
    }
    return text.equals("Unchecked: Initial alarm creation") ? "new, not looked at yet" : text;
  }

  private static String crossed(Matcher crossed) {
    @Nullable String few = crossed.group("few") != null ? crossed.group("few") : crossed.group("newest");
    boolean isCut = crossed.group("newest") != null;
    return crossed.group(1) + (crossed.group(2) == null ? "" : " of " + crossed.group(2))
        + (crossed.group(1).equals("1") && crossed.group(2) == null ? " point" : " points")
        + (crossed.group("not") == null ? " " : " not ")
        + (crossed.group("than").equals("greater") ? ">" : "<") + (crossed.group("equal") == null ? " " : "= ")
        + number(crossed.group("threshold"))
        + (few == null ? "" : (isCut ? ", last " : ": ") + values(few))
        + (crossed.group("missing") == null ? "" : "; " + crossed.group("missing") + " missing count as " + kind(crossed.group("as")));
  }

  /** {@code 30.0 (24/11/26 23:00:00), 31.5 (...)} as {@code 30, 31.5}. */
  private static String values(String points) {
    return String.join(", ", Pattern.compile(",\\s*").splitAsStream(points.replaceAll("\\s*\\([^)]*\\)", ""))
        .map(AlarmReason::number).toList());
  }

  private static String number(String text) {
    try {
      return AwsWords.number(Double.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return text.strip();
    }
  }

  private static String periods(String count) {
    return count.equals("1") ? "1 period" : count + " periods";
  }

  private static String kind(String word) {
    return word.equals("Breaching") ? "a breach" : "fine";
  }
}
