package io.sagescale.alarm;

import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** CloudWatch's words about why a composite alarm is in its state. Source: EventBridge events of composite alarms, CloudWatch user guide. */
final class CompositeReason {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE dd MMMM, uuuu HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private CompositeReason() {}

  /** An alarm in its state since an instant. */
  record Child(String arn, AlarmState state, Instant since) {}

  static Reason created(CompositeRule rule, AlarmState state, List<Child> children) {
    return new Reason(rule.arn() + " was created and its alarm rule evaluates to " + state, null, data(children));
  }

  static Reason updated(CompositeRule rule, AlarmState state, List<Child> children) {
    return new Reason(rule.arn() + " was updated and its alarm rule evaluates to " + state, null, data(children));
  }

  static Reason turned(Child child) {
    return new Reason(child.arn() + " transitioned to " + child.state() + " at " + DATE.format(child.since()), null,
        data(List.of(child)));
  }

  private static String data(List<Child> children) {
    return Json.object(json -> json.objects("triggeringAlarms", children, (each, child) -> each.text("arn", child.arn())
        .object("state", state -> state.text("value", child.state().name())
            .text("timestamp", ReasonData.date(child.since())))));
  }
}
