package io.sagescale.api;

import io.sagescale.model.Statistic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** What the lines of a {@code MetricDataQueries} or {@code Metrics} list must satisfy. */
final class QueryRules {
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");

  private static final List<Constraint<MetricStat>> STAT = List.of(
      Constraint.<MetricStat>on("metric", MetricStat::metric).required(),
      Constraint.<MetricStat, Metric>inside("metric", MetricStat::metric, List.of(
          CloudWatchShapes.namespace(Metric::namespace),
          CloudWatchShapes.metricName(Metric::metricName),
          Constraint.<Metric>on("dimensions", metric -> metric.hasDimensions() ? metric.dimensions() : null)
              .length(0, CloudWatchShapes.DIMENSIONS_MAX),
          Constraint.each("dimensions", Metric::dimensions, CloudWatchShapes.DIMENSION))),
      Constraint.<MetricStat>on("period", MetricStat::period).required().atLeast(1),
      Constraint.<MetricStat>on("stat", MetricStat::stat).required(),
      Constraint.<MetricStat>on("unit", MetricStat::unitAsString).oneOf(CloudWatchShapes.UNITS));

  /** The constraints of one line. Source: CloudWatch API model, {@code MetricDataQuery}. */
  static final List<Constraint<MetricDataQuery>> LINE = List.of(
      Constraint.<MetricDataQuery>on("id", MetricDataQuery::id).required().length(1, CloudWatchShapes.NAME_MAX),
      Constraint.<MetricDataQuery, MetricStat>inside("metricStat", MetricDataQuery::metricStat, STAT),
      Constraint.<MetricDataQuery>on("expression", MetricDataQuery::expression).length(1, 2048),
      Constraint.<MetricDataQuery>on("period", MetricDataQuery::period).atLeast(1),
      CloudWatchShapes.text("accountId", MetricDataQuery::accountId));

  private QueryRules() {}

  /**
   * Refuses lines that do not fit together or in themselves.
   *
   * @param list the name of the list in AWS's texts
   */
  static void check(List<MetricDataQuery> queries, String list, Account account) {
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < queries.size(); i++) {
      MetricDataQuery query = queries.get(i);
      String place = list + ".member." + (i + 1);
      if (!ID.matcher(query.id()).matches()) {
        throw CloudWatchRefusal.validation(
            "The value %s for parameter %s.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."
                .formatted(query.id(), place));
      }
      if (!ids.add(query.id())) {
        throw CloudWatchRefusal.validation("The values for parameter id in %s are not unique.".formatted(list));
      }
      kind(query, place);
      if (query.accountId() != null && !query.accountId().equals(account.id())) {
        throw CloudWatchRefusal.invalidValue("The value %s for parameter %s.AccountId is no account of this engine."
            .formatted(query.accountId(), place));
      }
    }
  }

  private static void kind(MetricDataQuery query, String place) {
    MetricStat stat = query.metricStat();
    if (stat == null) {
      if (query.expression() == null) {
        throw CloudWatchRefusal.validation(
            "One of the parameters %1$s.Expression and %1$s.MetricStat must be specified.".formatted(place));
      }
      return;
    }
    if (query.expression() != null) {
      throw exclusive(place + ".Expression", place + ".MetricStat");
    }
    if (query.period() != null) {
      throw exclusive(place + ".Period", place + ".MetricStat");
    }
    required(stat.metric().namespace(), place + ".MetricStat.Metric.Namespace");
    required(stat.metric().metricName(), place + ".MetricStat.Metric.MetricName");
    if (Statistic.parse(stat.stat()).isEmpty()) {
      throw CloudWatchRefusal.validation(
          "The value %s for parameter %s.MetricStat.Stat is not supported.".formatted(stat.stat(), place));
    }
  }

  /** Source: seen on AWS, where the lists of metric math are refused with the code of validation errors. */
  private static Refusal exclusive(String one, String other) {
    return CloudWatchRefusal.validation(CloudWatchRefusal.exclusive(one, other).getMessage());
  }

  private static void required(@Nullable String text, String parameter) {
    if (text == null || text.isBlank()) {
      throw CloudWatchRefusal.missing("The parameter %s is required.".formatted(parameter));
    }
  }
}
