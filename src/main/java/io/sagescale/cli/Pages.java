package io.sagescale.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All pages of a list of AWS. */
final class Pages {
  /** Asks for one page. */
  interface Question<P> {
    P page(@Nullable String token);
  }

  private Pages() {}

  /** The items of every page, in order. A token that comes again ends the list, for it would never end. */
  static <P, T> List<T> all(Question<P> question, Function<P, List<T>> items, Function<P, @Nullable String> next) {
    List<T> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    @Nullable String token = null;
    do {
      P page = question.page(token);
      all.addAll(items.apply(page));
      token = next.apply(page);
    } while (token != null && !token.isEmpty() && seen.add(token));
    return all;
  }
}
