package io.sagescale.yaml;

import io.sagescale.model.CronProblem;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a scheduled action. Source: AAS user guide, scheduled scaling; AAS API, {@code PutScheduledAction}. */
final class ScheduleReader {
  private static final Pattern FORM = Pattern.compile("(at|rate|cron)\\(([^()]{1,200})\\)");
  private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,5}) ?(minute|hour|day)s?");
  private static final Pattern AT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
  private static final int MOST_NAME = 256;

  private ScheduleReader() {}

  /** Null when refused. */
  static @Nullable ScheduledAction read(Fields fields) {
    Problems problems = fields.problems();
    int before = problems.errors();
    String name = name(fields);
    String text = fields.requiredText("at", "\"cron(0 7 ? * MON-FRI *)\"");
    ScheduleExpression expression = text == null ? null : expression(text, fields.at("at"), problems);
    ZoneId zone = zone(fields);
    Instant start = fields.instant("start");
    Instant end = fields.instant("end");
    if (start != null && end != null && !start.isBefore(end)) {
      problems.error(fields.at("end"), "end must be after start", "Write a later end");
    }
    Integer min = null;
    Integer max = null;
    Node bounds = fields.required("capacity", "{min: 2, max: 8}");
    Fields capacity = bounds == null ? null : Fields.of(bounds, "capacity", problems);
    if (capacity != null) {
      min = capacity.whole("min", 0, TargetReader.MOST_CAPACITY);
      max = capacity.whole("max", 0, TargetReader.MOST_CAPACITY);
      capacity.close();
      refuse(capacity, min, max);
    }
    fields.close();
    if (problems.errors() > before || name == null || expression == null || zone == null) {
      return null;
    }
    return new ScheduledAction(name, expression, zone, start, end, min, max);
  }

  private static void refuse(Fields capacity, @Nullable Integer min, @Nullable Integer max) {
    if (!capacity.has("min") && !capacity.has("max")) {
      capacity.error(capacity.node(), "a schedule must set min or max", "Add min: N, max: N or both");
    } else if (min != null && max != null && max < min) {
      capacity.error(capacity.at("max"), "max " + max + " is below min " + min, "Write max: " + min + " or more");
    }
  }

  /** Source: AAS API, {@code ScheduledActionName}: no colon, slash, pipe, control character, or space at an end. */
  private static @Nullable String name(Fields fields) {
    String name = fields.requiredText("name", "office-open");
    boolean isSound = name == null || (!name.isEmpty() && name.length() <= MOST_NAME && name.equals(name.strip())
        && name.chars().noneMatch(c -> c == ':' || c == '/' || c == '|' || Character.isISOControl(c)));
    if (!isSound) {
      fields.error(fields.at("name"), "a schedule's name must be 1 to 256 characters without : / |", "Write a short name");
      return null;
    }
    return name;
  }

  private static @Nullable ZoneId zone(Fields fields) {
    String text = fields.text("timezone");
    if (text == null) {
      return ZoneOffset.UTC;
    }
    try {
      ZoneId zone = ZoneId.of(text);
      if (zone instanceof ZoneOffset && !text.equals("Z")) {
        throw new DateTimeException("an offset is no place");
      }
      return zone;
    } catch (DateTimeException e) {
      fields.error(fields.at("timezone"), "there is no time zone " + Problems.quoted(text),
          Nearest.didYouMean(text, ZoneId.getAvailableZoneIds().stream().sorted().toList(),
              "Write an IANA name such as Europe/Berlin"));
      return null;
    }
  }

  private static @Nullable ScheduleExpression expression(String text, Node at, Problems problems) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      problems.error(at, "a schedule must be cron(...), rate(...) or at(...), here it is " + Problems.quoted(text),
          "Write one such as \"cron(0 7 ? * MON-FRI *)\" or \"rate(1 hour)\"");
      return null;
    }
    String inner = form.group(2).strip();
    return switch (form.group(1)) {
      case "at" -> once(inner, at, problems);
      case "rate" -> rate(inner, at, problems);
      case "cron" -> cron(inner, at, problems);
      default -> throw new IllegalStateException("no schedule is written " + form.group(1));
    };
  }

  private static @Nullable ScheduleExpression once(String text, Node at, Problems problems) {
    if (AT.matcher(text).matches()) {
      try {
        return new ScheduleExpression.At(LocalDateTime.parse(text));
      } catch (DateTimeParseException e) {
        problems.error(at, "there is no such day or hour as " + text, "Write at(2026-01-05T08:00:00)");
        return null;
      }
    }
    problems.error(at, "at(...) takes a local time, here it is " + Problems.quoted(text), "Write at(2026-01-05T08:00:00)");
    return null;
  }

  private static @Nullable ScheduleExpression rate(String text, Node at, Problems problems) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      problems.error(at, "rate(...) takes minutes, hours or days, here it is " + Problems.quoted(text),
          "Write one such as rate(15 minutes)");
      return null;
    }
    long count = Long.parseLong(rate.group(1));
    return new ScheduleExpression.Rate(switch (rate.group(2)) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      case "day" -> Duration.ofDays(count);
      default -> throw new IllegalStateException("no unit " + rate.group(2));
    });
  }

  /** Six fields, of which exactly one of the two day fields is {@code ?}. Source: AAS API refusals. */
  private static @Nullable ScheduleExpression cron(String inner, Node at, Problems problems) {
    List<String> cron = List.of(inner.split("\\s+"));
    if (cron.size() != 6) {
      problems.error(at, "cron(...) takes six fields, here are " + cron.size(),
          "Write minutes, hours, day of month, month, day of week, year, such as cron(0 7 ? * MON-FRI *)");
      return null;
    }
    if (cron.get(2).equals("?") == cron.get(4).equals("?")) {
      problems.error(at, "exactly one of day of month and day of week must be ?",
          "Write cron(0 7 ? * MON-FRI *) or cron(0 7 1 * ? *)");
      return null;
    }
    Iterator<String> written = cron.iterator();
    for (CronField field : CronField.values()) {
      String text = written.next();
      String wrong = field.refusal(text.toUpperCase(Locale.ROOT));
      if (wrong != null) {
        problems.error(at, "the " + field.noun() + " of a cron cannot be " + Problems.quoted(text), "Write " + wrong);
        return null;
      }
    }
    try {
      return new ScheduleExpression.Cron(String.join(" ", cron));
    } catch (CronProblem e) {
      problems.error(at, "this cron cannot be read: " + e.getMessage(), "Write one such as cron(0 7 ? * MON-FRI *)");
      return null;
    }
  }
}
