package io.sagescale.api;

import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.sdk.Activities;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;

/** Describing what was scaled, and what was not. */
final class ActivityOperations {
  /** Source: AAS API, {@code DescribeScalingActivities}. */
  private static final Duration SHOWN = Duration.ofDays(42);

  private final TargetCards cards;

  ActivityOperations(TargetCards cards) {
    this.cards = cards;
  }

  void addTo(AutoScalingApi api) {
    api.read("DescribeScalingActivities", DescribeScalingActivitiesRequest.class, this::describe);
  }

  /** Newest first; also of targets that are no longer registered. */
  private DescribeScalingActivitiesResponse describe(Desk desk, DescribeScalingActivitiesRequest question) {
    Constraint.check(question, AutoScalingTables.DESCRIBE_ACTIVITIES);
    TargetNames.dimensionNeedsId(question.resourceId() != null, question.scalableDimensionAsString());
    boolean isWithNotScaled = Boolean.TRUE.equals(question.includeNotScaledActivities());
    List<ScalingActivity> rows = TargetNames.isSageMaker(question.serviceNamespaceAsString())
        ? rows(desk, question, isWithNotScaled) : List.of();
    Page<ScalingActivity> page = Paging
        .of("DescribeScalingActivities " + question.resourceId() + " " + question.scalableDimensionAsString() + " "
            + isWithNotScaled)
        .page(rows, ScalingActivity::id,
            TargetOperations.size(question.maxResults(), AutoScalingTables.MOST_RESULTS), question.nextToken());
    return DescribeScalingActivitiesResponse.builder()
        .scalingActivities(page.items().stream().map(Activities::toSdk).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private List<ScalingActivity> rows(
      Desk desk, DescribeScalingActivitiesRequest question, boolean isWithNotScaled) {
    Instant oldest = desk.engine().now().minus(SHOWN);
    List<String> ids = question.resourceId() == null ? List.of() : List.of(question.resourceId());
    List<ScalingActivity> rows = new ArrayList<>();
    for (ResourceId resource : cards.everRegistered()) {
      if (TargetNames.selects(resource, ids, question.scalableDimensionAsString())) {
        for (ScalingActivity row : desk.engine().scaling().activities(resource)) {
          if (!row.startTime().isBefore(oldest) && (isWithNotScaled || row.notScaledReasons().isEmpty())) {
            rows.add(row);
          }
        }
      }
    }
    rows.sort(Comparator.comparing(ScalingActivity::startTime));
    return rows.reversed();
  }
}
