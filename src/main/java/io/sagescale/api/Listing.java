package io.sagescale.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list operation of SageMaker's asks for: which resources, in which order, and which page.
 *
 * <p>Source: SageMaker API, the list operations: newest first unless asked otherwise. Unverified: 10 to a page by default, and
 * times count as before and after without the moment itself.
 *
 * @param sortBy {@code Name}, {@code CreationTime} or {@code Status}; null for the creation time
 * @param contains part of the name; null for any
 * @param status null for any
 */
record Listing(
    @Nullable String sortBy, @Nullable String sortOrder, @Nullable String contains, @Nullable Instant createdBefore,
    @Nullable Instant createdAfter, @Nullable Instant changedBefore, @Nullable Instant changedAfter,
    @Nullable String status, @Nullable Integer maxResults, @Nullable String token) {
  private static final int DEFAULT_SIZE = 10;

  /** One resource of the list. */
  record Entry(String name, String arn, Instant createdAt, Instant changedAt, String status) {}

  /** The page; a token that was made for another question is refused. */
  Page<Entry> page(String operation, List<Entry> all) {
    Comparator<Entry> order = switch (sortBy == null ? "CreationTime" : sortBy) {
      case "Name" -> Comparator.comparing(Entry::name);
      case "Status" -> Comparator.comparing(Entry::status).thenComparing(Entry::name);
      default -> Comparator.comparing(Entry::createdAt).thenComparing(Entry::name);
    };
    List<Entry> chosen = all.stream().filter(this::isAskedFor)
        .sorted("Ascending".equals(sortOrder) ? order : order.reversed())
        .toList();
    String scope = operation + this.withoutPage();
    return Paging.of(scope).refusingAs("ValidationException")
        .page(chosen, Entry::name, maxResults == null ? DEFAULT_SIZE : maxResults, token);
  }

  private Listing withoutPage() {
    return new Listing(sortBy, sortOrder, contains, createdBefore, createdAfter, changedBefore, changedAfter, status, null,
        null);
  }

  private boolean isAskedFor(Entry entry) {
    return (contains == null || entry.name().contains(contains))
        && (status == null || entry.status().equals(status))
        && isBetween(entry.createdAt(), createdAfter, createdBefore)
        && isBetween(entry.changedAt(), changedAfter, changedBefore);
  }

  private static boolean isBetween(Instant at, @Nullable Instant after, @Nullable Instant before) {
    return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
  }
}
