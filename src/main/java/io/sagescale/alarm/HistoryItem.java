package io.sagescale.alarm;

import java.time.Instant;

/**
 * One line of an alarm's history. Source: CloudWatch API, {@code AlarmHistoryItem}.
 *
 * @param data AWS's JSON of the change
 */
public record HistoryItem(String alarm, Instant at, Type type, String summary, String data) {
  /** What the line is about. */
  public enum Type {
    CONFIGURATION_UPDATE("ConfigurationUpdate"), STATE_UPDATE("StateUpdate"), ACTION("Action");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
