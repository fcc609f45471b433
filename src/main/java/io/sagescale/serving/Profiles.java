package io.sagescale.serving;

import java.util.List;
import java.util.Optional;

/**
 * The catalogue of fitted server profiles, each with its source, licence and error of fit.
 *
 * <p>Source: {@code profiles.csv} in this package; a column says where the limits come from. Where a published fit had
 * prefill folded into the time per sequence, it was refitted without, or has no prefill rate; the note says which.
 */
public final class Profiles {
  private static final String COLUMNS =
      "id,aliases,iteration_ms,per_sequence_ms,per_token_ms,prefill_tokens_per_s,first_token_ms,max_batch,"
          + "max_batch_tokens,queue_limit,source,licence,mean_error_pct,max_error_pct,points,note,limits";
  private static final NamedRows<ServerProfile.Llm> ROWS =
      new NamedRows<>(CsvTable.read("profiles.csv", COLUMNS), Profiles::profile);

  private Profiles() {}

  /** A profile by its id or by one of its short names, such as {@code llama3-8b/g5.2xlarge/vllm}. */
  public static Optional<ServerProfile.Llm> byId(String idOrAlias) {
    return ROWS.find(idOrAlias);
  }

  /** Full ids, in the catalogue's order. */
  public static List<String> ids() {
    return ROWS.ids();
  }

  /** Short names, in the catalogue's order. */
  public static List<String> aliases() {
    return ROWS.aliases();
  }

  private static ServerProfile.Llm profile(CsvTable.Row row) {
    return new ServerProfile.Llm(
        row.text("id"),
        row.number("iteration_ms"),
        row.number("per_sequence_ms"),
        row.number("per_token_ms"),
        row.numberIfAny("prefill_tokens_per_s").orElse(Double.POSITIVE_INFINITY),
        row.number("first_token_ms"),
        row.whole("max_batch"),
        row.whole("max_batch_tokens"),
        row.whole("queue_limit"),
        fit(row));
  }

  private static ServerProfile.Fit fit(CsvTable.Row row) {
    String limits = "limits: " + row.text("limits");
    String note = row.text("note");
    return new ServerProfile.Fit(
        row.text("source"),
        row.text("licence"),
        row.numberIfAny("mean_error_pct").orElse(null),
        row.numberIfAny("max_error_pct").orElse(null),
        row.whole("points"),
        note.isEmpty() ? limits : note + "; " + limits);
  }
}
