package io.sagescale.api;

import io.sagescale.model.ResourceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.TagResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.TagResourceResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.UntagResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.UntagResourceResponse;

/** The tags of scalable targets. Source: AAS API. Unverified: the texts of the two refusals. */
final class TagOperations {
  /** Source: AAS API, {@code TagResource}. */
  static final int TAGS_MAX = 50;

  private final TargetCards cards;

  TagOperations(TargetCards cards) {
    this.cards = cards;
  }

  void addTo(AutoScalingApi api) {
    api.write("TagResource", TagResourceRequest.class, this::tag);
    api.write("UntagResource", UntagResourceRequest.class, this::untag);
    api.read("ListTagsForResource", ListTagsForResourceRequest.class, this::list);
  }

  private TagResourceResponse tag(Desk desk, TagResourceRequest question) {
    Constraint.check(question, AutoScalingTables.TAG);
    ReservedTags.refuse(question.tags().keySet());
    TargetCards.Card card = card(desk, question.resourceARN());
    Map<String, String> together = new LinkedHashMap<>(card.tags);
    together.putAll(question.tags());
    refuseExcess(together, question.resourceARN());
    card.tags.putAll(question.tags());
    return TagResourceResponse.builder().build();
  }

  private UntagResourceResponse untag(Desk desk, UntagResourceRequest question) {
    Constraint.check(question, AutoScalingTables.UNTAG);
    TargetCards.Card card = card(desk, question.resourceARN());
    question.tagKeys().forEach(card.tags::remove);
    return UntagResourceResponse.builder().build();
  }

  private ListTagsForResourceResponse list(Desk desk, ListTagsForResourceRequest question) {
    Constraint.check(question, AutoScalingTables.LIST_TAGS);
    return ListTagsForResourceResponse.builder().tags(card(desk, question.resourceARN()).tags).build();
  }

  static void refuseExcess(Map<String, String> tags, String resourceName) {
    if (tags.size() > TAGS_MAX) {
      throw new Refusal("TooManyTagsException", "At most " + TAGS_MAX + " tags for a scalable target", 400,
          Collections.singletonMap("ResourceName", resourceName));
    }
  }

  private TargetCards.Card card(Desk desk, String arn) {
    ResourceId resource = cards.byArn(arn, desk).orElseThrow(() -> new Refusal(
        "ResourceNotFoundException", "No scalable target found for resource ARN: " + arn, 400,
        Collections.singletonMap("ResourceName", arn)));
    return cards.of(resource, desk);
  }
}
