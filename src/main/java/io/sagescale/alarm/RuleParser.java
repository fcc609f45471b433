package io.sagescale.alarm;

import io.sagescale.model.AlarmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a composite alarm's rule: {@code (ALARM(busy) OR ALARM("long queue")) AND NOT OK(idle)}.
 *
 * <p>NOT binds closest, then AND, then OR. A name ends at a space or a parenthesis unless it stands in double quotes. Source:
 * CloudWatch API, {@code PutCompositeAlarm}; the refusals of tokens were seen on AWS. Unverified: which operator binds closer, that
 * words may be written small, and the other texts.
 */
public final class RuleParser {
  /** Most alarms that a rule names. Source: CloudWatch API, {@code PutCompositeAlarm}. */
  public static final int CHILDREN_MAX = 100;

  /** Most names, constants and parentheses, those around a name not counted. Source: the same. */
  public static final int ELEMENTS_MAX = 500;

  private static final String OPERANDS = ", must be: '(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA";

  private final String text;
  private final UnaryOperator<String> nameOf;
  private int at;
  private int elements;
  private @Nullable String problem;

  private RuleParser(String text, UnaryOperator<String> nameOf) {
    this.text = text;
    this.nameOf = nameOf;
  }

  /** What reading came to. */
  public sealed interface Parsed {
    record Rule(RuleExpression expression) implements Parsed {}

    /** @param problem one sentence */
    record Refused(String problem) implements Parsed {}
  }

  /** @param nameOf the name of an alarm that is written as in the text, by name or ARN */
  public static Parsed parse(String text, UnaryOperator<String> nameOf) {
    if (!text.equals(text.strip())) {
      return new Parsed.Refused("AlarmRule must not contain leading or trailing whitespace or be null");
    }
    RuleParser parser = new RuleParser(text, nameOf);
    RuleExpression expression = parser.any();
    if (!parser.peek().isEmpty()) {
      parser.refuseToken(", must be: 'AND' or 'OR'");
    }
    if (expression.children().size() > CHILDREN_MAX) {
      parser.refuse("AlarmRule must not name more than " + CHILDREN_MAX + " alarms");
    }
    if (parser.elements > ELEMENTS_MAX) {
      parser.refuse("AlarmRule must not have more than " + ELEMENTS_MAX + " elements");
    }
    return parser.problem == null ? new Parsed.Rule(expression) : new Parsed.Refused(parser.problem);
  }

  private RuleExpression any() {
    List<RuleExpression> parts = new ArrayList<>();
    do {
      parts.add(all());
    } while (takes("OR"));
    return parts.size() == 1 ? parts.getFirst() : new RuleExpression.Any(parts);
  }

  private RuleExpression all() {
    List<RuleExpression> parts = new ArrayList<>();
    do {
      parts.add(negated());
    } while (takes("AND"));
    return parts.size() == 1 ? parts.getFirst() : new RuleExpression.All(parts);
  }

  private RuleExpression negated() {
    boolean isNegated = false;
    while (takes("NOT")) {
      isNegated = !isNegated;
    }
    RuleExpression operand = operand();
    return isNegated ? new RuleExpression.Not(operand) : operand;
  }

  private RuleExpression operand() {
    String word = peek().toUpperCase(Locale.ROOT);
    return switch (word) {
      case "(" -> group();
      case "TRUE", "FALSE" -> {
        element(word);
        yield new RuleExpression.Constant(word.equals("TRUE"));
      }
      case "ALARM", "OK", "INSUFFICIENT_DATA" -> in(AlarmState.valueOf(word));
      case "AT_LEAST" -> refuse("AT_LEAST in an AlarmRule is not supported by this engine.");
      case ")" -> refuseToken("");
      default -> refuseToken(OPERANDS);
    };
  }

  private RuleExpression group() {
    element("(");
    if (elements > ELEMENTS_MAX) {
      return refuse("AlarmRule must not have more than " + ELEMENTS_MAX + " elements");
    }
    RuleExpression inner = any();
    if (!peek().equals(")")) {
      return refuseToken(", must be: ')'");
    }
    element(")");
    return inner;
  }

  private RuleExpression in(AlarmState state) {
    element(state.name());
    if (!takes("(")) {
      return refuseToken(", must be: '('");
    }
    String written = peek();
    if (written.equals(")") || written.equals("(") || written.isEmpty()) {
      return refuseToken("");
    }
    at += written.length();
    if (!takes(")")) {
      return refuseToken(", must be: ')'");
    }
    boolean isQuoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    return new RuleExpression.In(state, nameOf.apply(isQuoted ? written.substring(1, written.length() - 1) : written));
  }

  /** Goes past a token that counts. */
  private void element(String token) {
    at += token.length();
    elements++;
  }

  private boolean takes(String token) {
    boolean isNext = problem == null && peek().equalsIgnoreCase(token);
    if (isNext) {
      at += token.length();
    }
    return isNext;
  }

  /** The token that begins here or after spaces, which are gone past; empty at the end. */
  private String peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return "";
    }
    char first = text.charAt(at);
    if (first == '(' || first == ')') {
      return String.valueOf(first);
    }
    int end = first == '"' ? text.indexOf('"', at + 1) + 1 : wordEnd();
    return text.substring(at, end == 0 ? text.length() : end);
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length() && "() \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private RuleExpression refuseToken(String instead) {
    String token = peek();
    return refuse(token.isEmpty() ? "Error in AlarmRule [Unexpected end at char " + at + instead + "]"
        : "Error in AlarmRule [Unsupported token '" + token + "' at char " + at + instead + "]");
  }

  /** Keeps the first problem; the value stands for what could not be read. */
  private RuleExpression refuse(String sentence) {
    if (problem == null) {
      problem = sentence;
    }
    return new RuleExpression.Constant(false);
  }
}
