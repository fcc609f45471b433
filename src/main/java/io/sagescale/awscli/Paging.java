package io.sagescale.awscli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a list of an operation goes on. Source: the services' paginators.
 *
 * @param token the input's member for where to go on
 * @param next the output's member that says where to go on
 * @param limit the input's member for the size of a page; null when there is none
 * @param results the output's members that are joined over all pages; the first is the one that is counted
 * @param others members of the first page that are kept
 */
public record Paging(String token, String next, @Nullable String limit, List<String> results, List<String> others) {
  public Paging {
    results = List.copyOf(results);
    others = List.copyOf(others);
  }
}
