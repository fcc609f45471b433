package io.sagescale.metrics;

import java.util.List;

/** One part of a metric math expression. */
sealed interface MathNode {
  record Number(double value) implements MathNode {}

  /** Another line of the same program, by its id. */
  record Line(String id) implements MathNode {}

  record Negated(MathNode of) implements MathNode {}

  record Binary(Operator operator, MathNode left, MathNode right) implements MathNode {}

  record Many(List<MathNode> parts) implements MathNode {}

  /** Every metric line whose id contains the text; all of them when it is empty. */
  record Metrics(String idPart) implements MathNode {}

  record Call(MathFunction function, List<MathNode> arguments) implements MathNode {}

  record Fill(MathNode of, Filler with) implements MathNode {}

  /** What stands in for a missing point. */
  sealed interface Filler {
    /** The latest value before it. */
    record Repeat() implements Filler {}

    /** A straight line between its neighbours. */
    record Linear() implements Filler {}

    record Value(MathNode of) implements Filler {}
  }

  /** Operators from the loosest to the tightest. */
  enum Operator {
    OR("||", 1), AND("&&", 2),
    EQUAL("==", 3), NOT_EQUAL("!=", 3), LESS_OR_EQUAL("<=", 3), GREATER_OR_EQUAL(">=", 3), LESS("<", 3), GREATER(">", 3),
    PLUS("+", 4), MINUS("-", 4), TIMES("*", 5), BY("/", 5), POWER("^", 7);

    /** Between multiplication and power. */
    static final int NEGATION = 6;

    private final String text;
    private final int tightness;

    Operator(String text, int tightness) {
      this.text = text;
      this.tightness = tightness;
    }

    String text() {
      return text;
    }

    int tightness() {
      return tightness;
    }

    /** Truths are 1 and 0; a result that is no finite number is a missing point. */
    double apply(double left, double right) {
      if (Double.isNaN(left) || Double.isNaN(right)) {
        return Double.NaN;
      }
      double result = switch (this) {
        case OR -> truth(left != 0 || right != 0);
        case AND -> truth(left != 0 && right != 0);
        case EQUAL -> truth(left == right);
        case NOT_EQUAL -> truth(left != right);
        case LESS_OR_EQUAL -> truth(left <= right);
        case GREATER_OR_EQUAL -> truth(left >= right);
        case LESS -> truth(left < right);
        case GREATER -> truth(left > right);
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
        case BY -> left / right;
        case POWER -> Math.pow(left, right);
      };
      return Double.isFinite(result) ? result : Double.NaN;
    }

    private static double truth(boolean claim) {
      return claim ? 1 : 0;
    }
  }
}
