package io.sagescale.cli;

import io.sagescale.report.AwsText;
import io.sagescale.report.Card;
import io.sagescale.report.Look;
import io.sagescale.report.ObjectFormat;
import io.sagescale.report.Sheet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command over AWS's API found out or did, ready for each way of writing it.
 *
 * @param aws what AWS answered, a response of the SDK
 * @param drawn the text for people, unless the rows are all there is
 * @param rows null for an answer that has none, and so no CSV
 * @param names of what was found or changed
 */
record Answer(Object aws, @Nullable Function<Look, String> drawn, @Nullable Sheet rows, List<String> names) {
  Answer {
    names = List.copyOf(names);
  }

  /** A list. */
  static Answer rows(Object aws, Sheet sheet) {
    return new Answer(aws, null, sheet, sheet.names());
  }

  /** One thing in full. */
  static Answer card(Object aws, Card card, String name) {
    return new Answer(aws, card::text, null, List.of(name));
  }

  /** A sentence on what was done. */
  static Answer said(Object aws, String name, String sentence) {
    return new Answer(aws, look -> sentence + "\n", null, List.of(name));
  }

  /** A picture, with the rows behind it. */
  static Answer drawn(Object aws, Function<Look, String> picture, Sheet sheet) {
    return new Answer(aws, picture, sheet, sheet.names());
  }

  String text(ObjectFormat format, Look look, boolean isShrunk) {
    return switch (format) {
      case TABLE, WIDE -> drawn != null ? drawn.apply(look)
          : rows == null ? "" : rows.text(look, format == ObjectFormat.WIDE, isShrunk);
      case JSON -> AwsText.json(aws);
      case YAML -> AwsText.yaml(aws);
      case CSV -> {
        if (rows == null) {
          throw Refusal.usage("csv is for lists", "Use -o json");
        }
        yield rows.csv();
      }
      case NAME -> String.join("", names.stream().map(name -> name + "\n").toList());
      case TEXT -> AwsText.lines(aws);
      case AWS -> throw Refusal.usage("aws commands are what --dry-run writes", "Add --dry-run");
    };
  }
}
