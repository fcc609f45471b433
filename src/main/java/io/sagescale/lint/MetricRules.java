package io.sagescale.lint;

import io.sagescale.model.Dimension;

/** Rules on whether a metric is there, for this target, and read as it can be read. */
final class MetricRules {
  private MetricRules() {}

  static void check(Examination e) {
    for (MetricUse use : MetricUse.of(e.scaling())) {
      Published published = Published.of(use.metric());
      if (published == null) {
        continue;
      }
      if (!published.isPublishedAs(use.metric())) {
        e.add(Rule.NOT_PUBLISHED, use.place().key("metric"),
            use.metric().name() + " is published under " + published.scope().words() + ", here it has " + dimensions(use),
            "Write those dimensions, or a metric of the target as a word");
      } else {
        another(e, use);
      }
      if (!published.statistics().isEmpty() && !published.statistics().contains(use.statistic())) {
        e.add(Rule.UNFIT_STATISTIC, use.place().key("stat"),
            use.metric().name() + " is documented as " + published.statisticWords() + ", not as " + use.statistic().text(),
            "Write stat: " + published.statistics().getFirst().text());
      }
      if (published.every() != null && use.period().compareTo(published.every()) < 0) {
        e.add(Rule.SHORT_PERIOD, use.place().key("period"),
            use.metric().name() + " comes every " + published.every().toSeconds() + " s, and the period is "
                + use.period().toSeconds() + " s",
            "Write period: " + published.every().toSeconds() + "s");
      }
    }
  }

  private static String dimensions(MetricUse use) {
    return use.metric().dimensions().isEmpty() ? "none"
        : String.join(", ", use.metric().dimensions().stream().map(Dimension::name).toList());
  }

  private static void another(Examination e, MetricUse use) {
    Published.namesOf(e.resource()).forEach(own -> {
      String value = Published.value(use.metric(), own.name());
      if (value != null && !value.equals(own.value())) {
        e.add(Rule.ANOTHER_RESOURCE, use.place().key("metric"),
            "the metric's " + own.name() + " is " + value + ", the target's is " + own.value(), "Write " + own.value());
      }
    });
  }
}
