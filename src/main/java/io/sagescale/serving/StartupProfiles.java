package io.sagescale.serving;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of start-up profiles: published totals, with derived stages where a note says so.
 *
 * <p>Source: {@code startups.csv} in this package.
 */
public final class StartupProfiles {
  private static final String COLUMNS =
      "id,aliases,provision_s,image_pull_s,model_download_s,model_download_alone_s,container_start_s,health_check_s,"
          + "registration_s,image_cached,source,note";
  private static final NamedRows<StartupProfile> ROWS =
      new NamedRows<>(CsvTable.read("startups.csv", COLUMNS), StartupProfiles::profile);

  private StartupProfiles() {}

  /** A profile by its id, such as {@code qwen3-8b/ml.g6.2xlarge}, or by a short name. */
  public static Optional<StartupProfile> byId(String idOrAlias) {
    return ROWS.find(idOrAlias);
  }

  /** Full ids, in the catalogue's order. */
  public static List<String> ids() {
    return ROWS.ids();
  }

  private static StartupProfile profile(CsvTable.Row row) {
    String cached = row.text("image_cached");
    Check.that(cached.equals("true") || cached.equals("false"), "image_cached %s", cached);
    return new StartupProfile(
        seconds(row, "provision_s"),
        seconds(row, "image_pull_s"),
        seconds(row, "model_download_s"),
        seconds(row, "model_download_alone_s"),
        seconds(row, "container_start_s"),
        seconds(row, "health_check_s"),
        seconds(row, "registration_s"),
        0,
        cached.equals("true"));
  }

  private static Duration seconds(CsvTable.Row row, String column) {
    return Duration.ofSeconds(row.whole(column));
  }
}
