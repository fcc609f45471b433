package io.sagescale.model;

/** How an alarm treats missing data points. Source: CloudWatch user guide, alarms-and-missing-data. */
public enum MissingData {
  MISSING("missing"), IGNORE("ignore"), BREACHING("breaching"), NOT_BREACHING("notBreaching");

  private final String text;

  MissingData(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
