package io.sagescale.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The six fields of a cron expression, in order, as far as a file's reader checks them: names and ranges of numbers. */
enum CronField {
  MINUTES("minutes", 0, 59, List.of()),
  HOURS("hours", 0, 23, List.of()),
  DAY_OF_MONTH("day of month", 1, 31, List.of()),
  MONTH("month", 1, 12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  DAY_OF_WEEK("day of week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
  YEAR("year", 1970, 2199, List.of());

  private final String noun;
  private final int least;
  private final int most;
  private final List<String> names;

  CronField(String noun, int least, int most, List<String> names) {
    this.noun = noun;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  String noun() {
    return noun;
  }

  /** What to write instead; null when the field, in capitals, is sound. */
  @Nullable String refusal(String field) {
    for (String item : field.split(",", -1)) {
      String base = item.split("/", -1)[0];
      boolean isStep = item.matches("[^/]+(/[1-9]\\d{0,3})?");
      if (!isStep || !(base.equals("*") || (base.equals("?") && isDay()) || isSpecial(base) || isRange(base))) {
        return "values from " + least + " to " + most + (names.isEmpty() ? "" : " or names such as " + names.get(1));
      }
    }
    return null;
  }

  private boolean isDay() {
    return this == DAY_OF_MONTH || this == DAY_OF_WEEK;
  }

  /** Last day, nearest weekday, and the n-th weekday of a month. */
  private boolean isSpecial(String base) {
    return switch (this) {
      case DAY_OF_MONTH -> base.matches("L|LW|L-\\d{1,2}|\\d{1,2}W");
      case DAY_OF_WEEK -> base.matches("L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])");
      case MINUTES, HOURS, MONTH, YEAR -> false;
    };
  }

  private boolean isRange(String base) {
    String[] ends = base.split("-", -1);
    return ends.length <= 2 && isValue(ends[0]) && isValue(ends[ends.length - 1]);
  }

  private boolean isValue(String text) {
    if (names.contains(text)) {
      return true;
    }
    if (!text.matches("\\d{1,4}")) {
      return false;
    }
    int value = Integer.parseInt(text);
    return value >= least && value <= most;
  }
}
