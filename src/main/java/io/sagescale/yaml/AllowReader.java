package io.sagescale.yaml;

import io.sagescale.lint.Rule;
import io.sagescale.model.EndpointScaling.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which rules of {@code validate} a document sets aside, each with its reason. */
final class AllowReader {
  private AllowReader() {}

  static List<Allowance> read(Fields spec) {
    List<Allowance> allow = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>();
    for (Node item : spec.list("allow")) {
      Fields fields = Fields.of(item, "an item of allow", spec.problems());
      Allowance allowance = fields == null ? null : allowance(fields);
      if (allowance != null) {
        allow.add(allowance);
        if (!codes.add(allowance.rule())) {
          spec.error(item, allowance.rule() + " is allowed twice", "Keep one of the two");
        }
      }
    }
    return allow;
  }

  private static @Nullable Allowance allowance(Fields fields) {
    String rule = fields.requiredText("rule", "SG003");
    String reason = fields.requiredText("reason", "why the rule does not hold here");
    fields.close();
    if (rule != null && Rule.ofCode(rule).isEmpty()) {
      List<String> codes = Stream.of(Rule.values()).map(Rule::code).toList();
      fields.error(fields.at("rule"), "there is no rule " + Problems.quoted(rule),
          Nearest.didYouMean(rule, codes, "The rules are " + codes.getFirst() + " to " + codes.getLast()));
      return null;
    }
    if (reason != null && reason.isBlank()) {
      fields.error(fields.at("reason"), "the reason is empty", "Write why the rule does not hold here");
      return null;
    }
    return rule == null || reason == null ? null : new Allowance(rule, reason);
  }
}
