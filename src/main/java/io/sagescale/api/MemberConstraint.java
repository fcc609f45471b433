package io.sagescale.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules about one member of a request, told in the order in which they were stated. */
public final class MemberConstraint<Q> implements Constraint<Q> {
  private final String member;
  private final Function<Q, ? extends @Nullable Object> value;
  private final boolean isRequired;
  private final List<Rule> rules;

  /** @param text as AWS ends its sentence: {@code Member must ...} */
  private record Rule(String text, Predicate<Object> holds) {}

  MemberConstraint(String member, Function<Q, ? extends @Nullable Object> value) {
    this(member, value, false, List.of());
  }

  private MemberConstraint(
      String member, Function<Q, ? extends @Nullable Object> value, boolean isRequired, List<Rule> rules) {
    this.member = member;
    this.value = value;
    this.isRequired = isRequired;
    this.rules = rules;
  }

  public MemberConstraint<Q> required() {
    return new MemberConstraint<>(member, value, true, rules);
  }

  /** Characters of a text, elements of a list, entries of a map; both bounds inclusive. */
  public MemberConstraint<Q> length(int min, int max) {
    MemberConstraint<Q> from = min == 0 ? this : with(
        "Member must have length greater than or equal to " + min, given -> lengthOf(given) >= min);
    return from.with("Member must have length less than or equal to " + max, given -> lengthOf(given) <= max);
  }

  /** A text with something else than blanks. Source: our choice, because what people put has a name that can be seen. */
  public MemberConstraint<Q> notBlank() {
    return with(NOT_BLANK, given -> !given.toString().isBlank());
  }

  /** A number's bounds, both inclusive. */
  public MemberConstraint<Q> range(long min, long max) {
    return with("Member must have value greater than or equal to " + min, given -> number(given) >= min)
        .with("Member must have value less than or equal to " + max, given -> number(given) <= max);
  }

  public MemberConstraint<Q> atLeast(long min) {
    return with("Member must have value greater than or equal to " + min, given -> number(given) >= min);
  }

  /** The same for a bound that is no whole number. */
  public MemberConstraint<Q> atLeast(double min) {
    return with("Member must have value greater than or equal to " + min, given -> number(given) >= min);
  }

  /** A text's whole shape. Judged only on texts that are not too long, so that no text can hold the engine up. */
  public MemberConstraint<Q> pattern(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return with("Member must satisfy regular expression pattern: " + pattern,
        given -> given.toString().length() > LONGEST_MATCHED || compiled.matcher(given.toString()).matches());
  }

  /** The texts allowed, in the order in which AWS lists them. */
  public MemberConstraint<Q> oneOf(List<String> allowed) {
    return with("Member must satisfy enum value set: [" + String.join(", ", allowed) + "]",
        given -> allowed.contains(given.toString()));
  }

  private static final String NOT_BLANK = "Member must not be blank";

  /** Source: our choice, above every length that a pattern of AWS's comes with. */
  static final int LONGEST_MATCHED = 4_096;

  @Override
  public void judge(Q question, String path, List<String> problems) {
    String place = joined(path, member);
    Object given = value.apply(question);
    if (given == null) {
      if (isRequired) {
        problems.add("Value null at '" + place + "' failed to satisfy constraint: Member must not be null");
      }
      return;
    }
    for (Rule rule : rules) {
      if (!rule.holds.test(given)) {
        problems.add("Value '" + given + "' at '" + place + "' failed to satisfy constraint: " + rule.text);
      }
    }
  }

  /** Whether the value keeps to every rule. */
  boolean accepts(Q question) {
    List<String> problems = new ArrayList<>();
    judge(question, "", problems);
    return problems.isEmpty();
  }

  String member() {
    return member;
  }

  boolean isRequired() {
    return isRequired;
  }

  /** The ends of AWS's sentences, in order; a rule that AWS does not publish is left out. */
  List<String> rules() {
    return rules.stream().map(Rule::text).filter(text -> !text.equals(NOT_BLANK)).toList();
  }

  static String joined(String path, String member) {
    return path.isEmpty() || member.isEmpty() ? path + member : path + "." + member;
  }

  private MemberConstraint<Q> with(String text, Predicate<Object> holds) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(new Rule(text, holds));
    return new MemberConstraint<>(member, value, isRequired, List.copyOf(more));
  }

  private static int lengthOf(Object given) {
    return switch (given) {
      case Collection<?> elements -> elements.size();
      case Map<?, ?> entries -> entries.size();
      default -> {
        String text = given.toString();
        yield text.codePointCount(0, text.length());
      }
    };
  }

  private static double number(Object given) {
    if (given instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("not a number: " + given);
  }
}
