package io.sagescale.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return new Inside<>(member, part, constraints);
  }

  /** Rules about each element of a list; an absent or empty one has none. An element itself is the member {@code ""}. */
  static <Q, E> Constraint<Q> each(String member, Function<Q, List<E>> list, List<Constraint<E>> constraints) {
    return new Each<>(member, list, constraints);
  }

  /** Rules about the keys and the values of a map of texts; an absent or empty one has none. */
  static <Q> Constraint<Q> entries(
      String member, Function<Q, Map<String, String>> map, MemberConstraint<String> key,
      MemberConstraint<String> value) {
    return new Entries<>(member, map, key, value);
  }

  /** The rules of a structure inside the request. */
  record Inside<Q, P>(String member, Function<Q, ? extends @Nullable P> part, List<Constraint<P>> constraints)
      implements Constraint<Q> {
    @Override
    public void judge(Q question, String path, List<String> problems) {
      P inner = part.apply(question);
      if (inner != null) {
        constraints.forEach(constraint -> constraint.judge(inner, MemberConstraint.joined(path, member), problems));
      }
    }
  }

  /** The rules of a list's elements, which AWS counts from 1. */
  record Each<Q, E>(String member, Function<Q, List<E>> list, List<Constraint<E>> constraints)
      implements Constraint<Q> {
    @Override
    public void judge(Q question, String path, List<String> problems) {
      int number = 1;
      for (E element : list.apply(question)) {
        String place = MemberConstraint.joined(path, member) + "." + number + ".member";
        constraints.forEach(constraint -> constraint.judge(element, place, problems));
        number++;
      }
    }
  }

  /** The rules of a map's entries, which AWS tells about the map as a whole. */
  record Entries<Q>(
      String member, Function<Q, Map<String, String>> map, MemberConstraint<String> key, MemberConstraint<String> value)
      implements Constraint<Q> {
    @Override
    public void judge(Q question, String path, List<String> problems) {
      Map<String, String> given = map.apply(question);
      String begin = "Value '" + given + "' at '" + MemberConstraint.joined(path, member) + "' failed to satisfy constraint: ";
      if (!given.keySet().stream().allMatch(key::accepts)) {
        problems.add(begin + "Map keys must satisfy constraint: " + key.rules());
      }
      if (!given.values().stream().allMatch(value::accepts)) {
        problems.add(begin + "Map value must satisfy constraint: " + value.rules());
      }
    }
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
}
