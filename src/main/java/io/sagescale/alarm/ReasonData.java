package io.sagescale.alarm;

import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** CloudWatch's JSON about why an alarm is in its state. Source: StateReasonData seen on AWS. */
final class ReasonData {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReasonData() {}

  static String of(Judged judged) {
    List<Judged.Point> evaluated = judged.evaluated();
    List<Double> recent = judged.real().reversed().stream().map(Judged.Point::value).toList();
    return Json.object(json -> {
      json.text("version", "1.0").text("queryDate", date(judged.queryTime()));
      if (judged.state() != AlarmState.INSUFFICIENT_DATA) {
        json.text("startDate", date(evaluated.getLast().start()));
      }
      if (judged.statistic() != null) {
        json.text("statistic", judged.statistic());
      }
      json.whole("period", judged.periodSeconds())
          .numbers("recentDatapoints", recent)
          .number("threshold", judged.condition().threshold())
          .objects("evaluatedDatapoints", evaluated, ReasonData::point);
    });
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  private static void point(Json json, Judged.Point point) {
    json.text("timestamp", date(point.start()));
    if (!point.isMissing()) {
      json.number("sampleCount", point.count()).number("value", point.value());
    }
  }
}
