package io.sagescale.awscli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of AWS over all its pages as one answer, or a part of it with a token for the rest. Source: AWS CLI User Guide, pagination. */
final class PagedCall {
  private final AwsCall call;
  private final Paging paging;
  private final int most;
  private final Map<String, List<Object>> joined = new LinkedHashMap<>();
  private final Map<String, Object> others = new LinkedHashMap<>();
  private int counted;

  private PagedCall(AwsCall call, Paging paging, int most) {
    this.call = call;
    this.paging = paging;
    this.most = most;
  }

  /**
   * Asks for page after page; a token that comes again ends the list, for it would never end.
   *
   * @param from where to begin
   * @param most items to answer with
   */
  static Map<String, Object> answer(AwsCall call, Paging paging, ObjectNode input, Resume from, int most) {
    PagedCall paged = new PagedCall(call, paging, most);
    @Nullable Resume rest = from;
    boolean isFirst = true;
    do {
      rest = paged.page(input, rest, isFirst);
      isFirst = false;
    } while (rest != null && rest.skipped() == 0 && paged.counted < most);
    Map<String, Object> whole = new LinkedHashMap<>(paged.joined);
    whole.putAll(paged.others);
    if (rest != null) {
      whole.put("NextToken", rest.text(paging.token()));
    }
    return whole;
  }

  /** Takes a page in, and says where the list goes on: within it when it was cut; null at the end. */
  private @Nullable Resume page(ObjectNode input, Resume from, boolean isFirst) {
    Map<String, Object> page = call.answer(
        from.token() == null ? input : input.deepCopy().put(paging.token(), from.token()));
    if (isFirst) {
      paging.others().stream().filter(page::containsKey).forEach(member -> others.put(member, page.get(member)));
    }
    int size = list(page, paging.results().getFirst()).size();
    int begin = Math.min(from.skipped(), size);
    int end = (int) Math.min((long) begin + most - counted, size);
    for (String member : paging.results()) {
      join(page, member, begin, end);
    }
    counted += end - begin;
    if (end < size) {
      return new Resume(from.token(), end);
    }
    return page.get(paging.next()) instanceof String next && !next.isEmpty() && !next.equals(from.token())
        ? new Resume(next, 0) : null;
  }

  /** Of the list that is counted, a part; where its first items were answered before, so were the other lists of the page. */
  private void join(Map<String, Object> page, String member, int begin, int end) {
    if (page.containsKey(member)) {
      List<?> items = list(page, member);
      List<?> part = member.equals(paging.results().getFirst()) ? items.subList(begin, end) : begin > 0 ? List.of() : items;
      joined.computeIfAbsent(member, key -> new ArrayList<>()).addAll(part);
    }
  }

  private static List<?> list(Map<String, Object> members, String member) {
    return members.get(member) instanceof List<?> list ? list : List.of();
  }
}
