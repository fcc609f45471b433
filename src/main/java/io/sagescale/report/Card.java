package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing, its facts under each other, each with its name. */
public final class Card {
  /** A fact with its name; an empty name goes on with the fact before. */
  private record Fact(String name, String value, boolean isOfStates) {}

  private final List<Fact> facts = new ArrayList<>();

  /** Adds a fact; one that is not there is left out. */
  Card with(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      facts.add(new Fact(name, value.toString(), false));
    }
    return this;
  }

  /** Adds a fact of several lines. */
  Card with(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      facts.add(new Fact(i == 0 ? name : "", values.get(i), false));
    }
    return this;
  }

  /** Adds a fact of several lines with AWS's words for states in them. */
  Card withStates(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      facts.add(new Fact(i == 0 ? name : "", values.get(i), true));
    }
    return this;
  }

  public String text(Look look) {
    int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Fact fact : facts) {
      List<String> lines = RunText.wrapped(ProblemReport.line(fact.value()), Math.max(40, look.columns() - width - 2));
      for (int i = 0; i < lines.size(); i++) {
        text.append(look.paint(Ink.STRONG, Minutes.pad(i == 0 ? fact.name() : "", width + 2)))
            .append(fact.isOfStates() ? look.paintStates(lines.get(i)) : lines.get(i)).append('\n');
      }
    }
    return text.toString();
  }
}
