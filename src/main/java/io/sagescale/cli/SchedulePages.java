package io.sagescale.cli;

import io.sagescale.model.DaylightRule;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.report.ScheduleRows.Firing;
import io.sagescale.scaling.ScheduleClock;
import io.sagescale.scaling.ScheduleExpressions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Scheduled actions as AWS has them, and when they fire. */
final class SchedulePages {
  private SchedulePages() {}

  /** Of one target or of all. */
  static List<ScheduledAction> of(Clients clients, @Nullable ResourceId target) {
    DescribeScheduledActionsRequest.Builder request =
        DescribeScheduledActionsRequest.builder().serviceNamespace(ServiceNamespace.SAGEMAKER);
    if (target != null) {
      request.resourceId(target.text()).scalableDimension(target.dimension().text());
    }
    return Pages.all(token -> clients.scaling().describeScheduledActions(request.nextToken(token).build()),
        DescribeScheduledActionsResponse::scheduledActions,
        DescribeScheduledActionsResponse::nextToken);
  }

  /** The coming firings of all actions together, earliest first. An expression that we cannot read has none. */
  static List<Firing> firings(List<ScheduledAction> actions, Instant after, int count) {
    ScheduleClock clock = new ScheduleClock(DaylightRule.DEFAULT);
    List<Firing> firings = new ArrayList<>();
    for (ScheduledAction action : actions) {
      read(action).ifPresent(known -> {
        Optional<Instant> next = clock.next(known, after);
        for (int i = 0; i < count && next.isPresent(); i++) {
          firings.add(new Firing(action, next.get()));
          next = clock.next(known, next.get());
        }
      });
    }
    firings.sort(Comparator.comparing(Firing::at));
    return firings.subList(0, Math.min(count, firings.size()));
  }

  /** An interval without a start counts from the creation of its action. Source: our choice, as AWS names no anchor. */
  private static Optional<io.sagescale.model.ScheduledAction> read(ScheduledAction action) {
    if (!(ScheduleExpressions.parse(action.schedule()) instanceof ScheduleExpressions.Parsed.Valid(var expression))) {
      return Optional.empty();
    }
    Instant start = action.startTime() == null && expression instanceof ScheduleExpression.Rate
        ? action.creationTime() : action.startTime();
    return Optional.of(new io.sagescale.model.ScheduledAction(action.scheduledActionName(), expression,
        action.timezone() == null ? ZoneOffset.UTC : ZoneId.of(action.timezone()), start, action.endTime(),
        action.scalableTargetAction().minCapacity(), action.scalableTargetAction().maxCapacity()));
  }
}
