package io.sagescale.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a request must satisfy before its operation looks at it: a row of the table that each operation carries.
 *
 * <p>All that is wrong is told at once, in the words of AWS's own framework. Unverified: the order in which AWS tells several
 * problems; ours is that of the table.
 *
 * @param <Q> the request, or a structure inside it
 */
public interface Constraint<Q> {
  /** Adds what is wrong, each problem as one sentence of AWS's; {@code path} names {@code question}, empty for the request. */
  void judge(Q question, String path, List<String> problems);

  /**
   * Rules about one member.
   *
   * @param member AWS's name with a small first letter, such as {@code resourceId}
   * @param value the member's text, number, list or map; null when the request does not have it. The SDK's lists and maps are
   *     empty when absent, so they need {@code q -> q.hasTags() ? q.tags() : null}
   */
  static <Q> MemberConstraint<Q> on(String member, Function<Q, ? extends @Nullable Object> value) {
    return new MemberConstraint<>(member, value);
  }

  /** Rules about a structure, judged when the request has it. */
  static <Q, P> Constraint<Q> inside(
      String member, Function<Q, ? extends @Nullable P> part, List<Constraint<P>> constraints) {
    return (question, path, problems) -> {
      P inner = part.apply(question);
      if (inner != null) {
        constraints.forEach(constraint -> constraint.judge(inner, joined(path, member), problems));
      }
    };
  }

  /** Rules about each element of a list; an absent or empty one has none. An element itself is the member {@code ""}. */
  static <Q, E> Constraint<Q> each(String member, Function<Q, List<E>> list, List<Constraint<E>> constraints) {
    return (question, path, problems) -> {
      int number = 1;
      for (E element : list.apply(question)) {
        String place = joined(path, member) + "." + number + ".member";
        constraints.forEach(constraint -> constraint.judge(element, place, problems));
        number++;
      }
    };
  }

  /** Refuses a question with problems as {@code ValidationException}. */
  static <Q> void check(Q question, List<Constraint<Q>> table) {
    check("ValidationException", question, table);
  }

  /** Refuses a question with problems; CloudWatch calls it {@code ValidationError}. */
  static <Q> void check(String code, Q question, List<Constraint<Q>> table) {
    List<String> problems = new ArrayList<>();
    table.forEach(constraint -> constraint.judge(question, "", problems));
    if (!problems.isEmpty()) {
      String count = problems.size() == 1 ? "1 validation error" : problems.size() + " validation errors";
      throw Refusal.of(code, count + " detected: " + String.join("; ", problems));
    }
  }

  private static String joined(String path, String member) {
    return MemberConstraint.joined(path, member);
  }
}
