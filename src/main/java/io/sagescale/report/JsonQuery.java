package io.sagescale.report;

import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;

/** A JMESPath expression that picks from an answer of AWS, as {@code aws --query} does. Source: jmespath.org, specification. */
public final class JsonQuery {
  /** Why an expression is none, or does not fit what it is asked of; the message says where. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Wrong(JmespathException cause) {
      super(words(cause), cause);
    }

    private static String words(JmespathException cause) {
      String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
      return switch (cause.getType()) {
        case UNKNOWN_FUNCTION -> "there is no function " + said;
        case INVALID_ARITY -> "a function has too few or too many arguments";
        case INVALID_TYPE -> "a function is asked of a value that it does not take";
        case INVALID_VALUE, SYNTAX, OTHER -> said;
      };
    }
  }

  private final JmespathExpression expression;

  private JsonQuery(JmespathExpression expression) {
    this.expression = expression;
  }

  /** @throws Wrong when the text is no expression */
  public static JsonQuery of(String text) {
    try {
      return new JsonQuery(JmespathExpression.parse(text));
    } catch (JmespathException wrong) {
      throw new Wrong(wrong);
    }
  }

  /**
   * What the expression picks, a null node for nothing.
   *
   * @throws Wrong when a function does not exist, or is asked of what it does not take
   */
  public JsonNode pick(JsonNode answer) {
    try {
      return expression.evaluate(answer, new JsonRuntime());
    } catch (JmespathException wrong) {
      throw new Wrong(wrong);
    }
  }
}
