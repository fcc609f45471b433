package io.sagescale.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one metric math expression by precedence climbing. Source: CloudWatch user guide, metric math syntax. */
final class MathParser {
  /** Longest expression. Source: CloudWatch API, {@code Expression}: 2048 characters; ours also bounds the nesting. */
  static final int LENGTH_MAX = 2_048;

  private static final Pattern TOKEN = Pattern.compile(
      "\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|(?<word>[A-Za-z][A-Za-z0-9_]*)"
          + "|(?<text>\"[^\"]*\"|'[^']*')|(?<sign>\\|\\||&&|==|!=|<=|>=|[-+*/^<>(),\\[\\]]))");

  private final String expression;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private MathParser(String expression) {
    this.expression = expression;
  }

  /** A sentence about what cannot be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  static MathNode parse(String expression) throws Unreadable {
    MathParser parser = new MathParser(expression);
    parser.split();
    MathNode node = parser.node(0);
    if (parser.next < parser.tokens.size()) {
      throw parser.unexpected("the end");
    }
    return node;
  }

  private void split() throws Unreadable {
    if (expression.length() > LENGTH_MAX) {
      throw new Unreadable("an expression has at most %s characters".formatted(LENGTH_MAX));
    }
    Matcher matcher = TOKEN.matcher(expression.stripTrailing());
    int end = 0;
    while (end < matcher.regionEnd()) {
      matcher.region(end, matcher.regionEnd());
      if (!matcher.lookingAt()) {
        throw new Unreadable("\"%s\" cannot be read from \"%s\" on"
            .formatted(expression, expression.substring(end).strip()));
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
  }

  private MathNode node(int tightness) throws Unreadable {
    MathNode left = operand();
    for (MathNode.Operator operator = operator(); operator != null && operator.tightness() > tightness;
        operator = operator()) {
      next++;
      boolean isPower = operator == MathNode.Operator.POWER;
      left = new MathNode.Binary(operator, left, node(isPower ? operator.tightness() - 1 : operator.tightness()));
    }
    return left;
  }

  private MathNode.@Nullable Operator operator() {
    String token = peek();
    String text = switch (token) {
      case "AND" -> "&&";
      case "OR" -> "||";
      default -> token;
    };
    for (MathNode.Operator operator : MathNode.Operator.values()) {
      if (operator.text().equals(text)) {
        return operator;
      }
    }
    return null;
  }

  private MathNode operand() throws Unreadable {
    String token = peek();
    if (token.isEmpty()) {
      throw unexpected("a value");
    }
    next++;
    char first = token.charAt(0);
    if (Character.isDigit(first)) {
      return new MathNode.Number(Double.parseDouble(token));
    }
    if (Character.isLowerCase(first)) {
      return new MathNode.Line(token);
    }
    if (Character.isUpperCase(first)) {
      return call(token);
    }
    return switch (token) {
      case "-" -> new MathNode.Negated(node(MathNode.Operator.NEGATION));
      case "(" -> {
        MathNode inner = node(0);
        take(")");
        yield inner;
      }
      case "[" -> new MathNode.Many(list("]"));
      default -> {
        next--;
        throw unexpected("a value");
      }
    };
  }

  private MathNode call(String name) throws Unreadable {
    take("(");
    if (name.equals("METRICS")) {
      return metrics();
    }
    if (name.equals("FILL")) {
      return fill();
    }
    List<MathNode> arguments = list(")");
    MathFunction function = MathFunction.named(name)
        .orElseThrow(() -> new Unreadable("the function %s is unknown here".formatted(name)));
    if (!function.takes(arguments.size())) {
      throw new Unreadable("%s does not take %s arguments".formatted(name, arguments.size()));
    }
    return new MathNode.Call(function, arguments);
  }

  private MathNode metrics() throws Unreadable {
    String token = peek();
    String part = "";
    if (token.startsWith("\"") || token.startsWith("'")) {
      part = token.substring(1, token.length() - 1);
      next++;
    }
    take(")");
    return new MathNode.Metrics(part);
  }

  private MathNode fill() throws Unreadable {
    MathNode of = node(0);
    take(",");
    MathNode.Filler filler = switch (peek()) {
      case "REPEAT" -> new MathNode.Filler.Repeat();
      case "LINEAR" -> new MathNode.Filler.Linear();
      default -> new MathNode.Filler.Value(node(0));
    };
    if (!(filler instanceof MathNode.Filler.Value)) {
      next++;
    }
    take(")");
    return new MathNode.Fill(of, filler);
  }

  private List<MathNode> list(String end) throws Unreadable {
    List<MathNode> parts = new ArrayList<>();
    while (!peek().equals(end)) {
      if (!parts.isEmpty()) {
        take(",");
      }
      parts.add(node(0));
    }
    take(end);
    return parts;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private void take(String token) throws Unreadable {
    if (!peek().equals(token)) {
      throw unexpected(token);
    }
    next++;
  }

  private Unreadable unexpected(String wanted) {
    String found = peek().isEmpty() ? "it ends" : "\"" + peek() + "\" stands";
    return new Unreadable("in \"%s\" %s where %s should be".formatted(expression, found, wanted));
  }
}
