package io.sagescale.report;

import java.util.regex.Pattern;

/**
 * How text for people may look.
 *
 * @param columns width of the terminal, {@link #LEAST_COLUMNS} or more
 * @param isColoured whether ANSI colours are understood and wanted
 * @param isAscii whether only ASCII can be shown
 */
public record Look(int columns, boolean isColoured, boolean isAscii) {
  /** Narrower terminals are written to as if they had this width. */
  public static final int LEAST_COLUMNS = 72;

  /** Wider terminals are not filled. Source: our choice, because lines past this length are hard to follow. */
  public static final int MOST_COLUMNS = 200;

  /** Source: our choice, because it is what a terminal has had since there are terminals. */
  public static final int USUAL_COLUMNS = 80;

  /** Source: the states of CloudWatch's alarms, of scaling activities, and of endpoints and components. */
  private static final Pattern STATE = Pattern.compile("\\b(ALARM|OK|no data|not scaled|Failed|Unfulfilled|OutOfService|Successful"
      + "|InService|InProgress|Pending|Creating|Updating|SystemUpdating|RollingBack|Deleting)\\b");

  public Look {
    columns = Math.clamp(columns, LEAST_COLUMNS, MOST_COLUMNS);
  }

  /** Without colour, 80 columns, all characters. */
  public static Look plain() {
    return new Look(USUAL_COLUMNS, false, false);
  }

  /** The text in the ink, or as it is where colours are not wanted. */
  String paint(Ink ink, String text) {
    return isColoured && !text.isEmpty() ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /** The text in the ink of the state that it is, if it is one. */
  String paintState(String text) {
    return STATE.matcher(text).matches() ? paintStates(text) : text;
  }

  /** The text with each of AWS's words for a state in the ink that goes with it. */
  String paintStates(String text) {
    return isColoured ? STATE.matcher(text).replaceAll(state -> paint(ink(state.group()), state.group())) : text;
  }

  private static Ink ink(String state) {
    return switch (state) {
      case "ALARM", "Failed", "Unfulfilled", "OutOfService" -> Ink.BAD;
      case "OK", "Successful", "InService" -> Ink.GOOD;
      default -> Ink.NOTABLE;
    };
  }

  /** The first text, or the second where only ASCII can be shown. */
  String either(String rich, String ascii) {
    return isAscii ? ascii : rich;
  }

  /** The text cut to a width, the cut marked. Characters are taken to be one column wide. */
  String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    String mark = either("…", "...");
    return width <= mark.length() ? text.substring(0, Math.max(0, width)) : text.substring(0, width - mark.length()) + mark;
  }

  /** The text cut in its middle, for names that begin alike and end apart. */
  String cutMiddle(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    String mark = either("…", "...");
    int tail = (width - mark.length()) * 2 / 3;
    return text.substring(0, width - mark.length() - tail) + mark + text.substring(text.length() - tail);
  }

  /** What a stretch of text is about, as a colour. */
  enum Ink {
    STRONG("1"), FAINT("2"), BAD("31"), GOOD("32"), NOTABLE("33"), PLAIN_FACT("36");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }
}
