package io.sagescale.model;

import java.util.List;

/** What an alarm does on entering each state. */
public record AlarmActions(
    boolean isEnabled, List<AlarmAction> onAlarm, List<AlarmAction> onOk, List<AlarmAction> onInsufficientData) {
  public static final AlarmActions NONE = new AlarmActions(true, List.of(), List.of(), List.of());

  public AlarmActions {
    onAlarm = List.copyOf(onAlarm);
    onOk = List.copyOf(onOk);
    onInsufficientData = List.copyOf(onInsufficientData);
  }

  public static AlarmActions onAlarm(AlarmAction action) {
    return new AlarmActions(true, List.of(action), List.of(), List.of());
  }

  public List<AlarmAction> on(AlarmState state) {
    return switch (state) {
      case ALARM -> onAlarm;
      case OK -> onOk;
      case INSUFFICIENT_DATA -> onInsufficientData;
    };
  }
}
