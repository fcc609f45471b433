package io.sagescale.awscli;

import io.sagescale.wire.ValueType;
import java.util.Locale;

/**
 * A member of an operation's input as an option.
 *
 * @param word without the hyphens before it, {@code ok-actions}
 * @param member as AWS's API has it, {@code OKActions}; of {@link DatumFlags}, a path
 * @param isRequired whether AWS refuses an input without it
 */
record Flag(String word, String member, ValueType type, boolean isRequired) {
  /** A member's option. AWS's {@code --version} is taken, so a member of that name has a longer word. Source: AWS CLI. */
  static Flag of(AwsOperation operation, String member, ValueType type) {
    String word = Kebab.of(member);
    return new Flag(word.equals("version") ? "version-number" : word, member, type, operation.required().contains(member));
  }

  boolean isList() {
    return type instanceof ValueType.ListOf;
  }

  boolean isSwitch() {
    return type == ValueType.Scalar.BOOLEAN;
  }

  /** The type in AWS's words, e.g. {@code list of structure}. */
  String typeText() {
    return text(type);
  }

  private static String text(ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar -> scalar.name().toLowerCase(Locale.ROOT);
      case ValueType.ListOf list -> "list of " + text(list.element());
      case ValueType.MapOf map -> "map of " + text(map.value());
      case ValueType.Structure structure -> "structure";
    };
  }
}
