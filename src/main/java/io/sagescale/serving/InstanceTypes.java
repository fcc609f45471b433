package io.sagescale.serving;

import io.sagescale.model.InstanceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of instance types: sizes, and hosting prices as they were in one region at one date.
 *
 * <p>Source: {@code instance-types.csv} in this package; each row names region, month and source of its price. Prices
 * change, so the date belongs beside every cost shown.
 */
public final class InstanceTypes {
  private static final String COLUMNS =
      "name,vcpus,memory_gib,accelerator,accelerators,accelerator_gib,network_gbps,usd_per_hour,region,price_date,"
          + "price_source";
  private static final int MB_PER_GIB = 1024;
  private static final Map<String, Listing> BY_NAME = read();

  private InstanceTypes() {}

  public static Optional<InstanceType> byName(String name) {
    return listing(name).map(Listing::type);
  }

  /** The type together with where and when its price was seen. */
  public static Optional<Listing> listing(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** In the catalogue's order. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /**
   * An instance type, its accelerator, and the provenance of its price.
   *
   * @param priceDate month in which the price was seen, such as {@code 2026-07}
   */
  public record Listing(
      InstanceType type, String accelerator, int acceleratorGib, String region, String priceDate, String priceSource) {}

  private static Map<String, Listing> read() {
    Map<String, Listing> byName = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.read("instance-types.csv", COLUMNS)) {
      Listing listing = listing(row);
      Check.that(byName.put(listing.type().name(), listing) == null, "type %s twice", listing.type().name());
    }
    return byName;
  }

  private static Listing listing(CsvTable.Row row) {
    InstanceType type = new InstanceType(
        row.text("name"),
        row.whole("vcpus"),
        row.whole("memory_gib") * MB_PER_GIB,
        row.whole("accelerators"),
        row.number("usd_per_hour"));
    return new Listing(
        type, row.text("accelerator"), row.whole("accelerator_gib"), row.text("region"), row.text("price_date"),
        row.text("price_source"));
  }
}
