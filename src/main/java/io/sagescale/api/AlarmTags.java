package io.sagescale.api;

import io.sagescale.sdk.Arns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/** The operations on the tags of alarms, which are all of CloudWatch's that can be tagged here. */
final class AlarmTags {
  static final List<Constraint<TagResourceRequest>> TAG = List.of(
      Constraint.<TagResourceRequest>on("resourceARN", TagResourceRequest::resourceARN).required().length(1, 1024),
      Constraint.<TagResourceRequest>on("tags", q -> q.hasTags() ? q.tags() : null).required(),
      Constraint.each("tags", TagResourceRequest::tags, CloudWatchShapes.TAG));

  static final List<Constraint<UntagResourceRequest>> UNTAG = List.of(
      Constraint.<UntagResourceRequest>on("resourceARN", UntagResourceRequest::resourceARN).required().length(1, 1024),
      Constraint.<UntagResourceRequest>on("tagKeys", q -> q.hasTagKeys() ? q.tagKeys() : null).required(),
      Constraint.each("tagKeys", UntagResourceRequest::tagKeys,
          List.of(Constraint.<String>on("", key -> key).length(1, 128))));

  static final List<Constraint<ListTagsForResourceRequest>> LIST = List.of(
      Constraint.<ListTagsForResourceRequest>on("resourceARN", ListTagsForResourceRequest::resourceARN)
          .required().length(1, 1024));

  private final AlarmRegister register;

  AlarmTags(AlarmRegister register) {
    this.register = register;
  }

  TagResourceResponse tag(Desk desk, TagResourceRequest request) {
    CloudWatchShapes.check(request, TAG);
    SortedMap<String, String> tags = register.tags(alarm(desk, request.resourceARN()));
    ReservedTags.refuse(request.tags().stream().map(Tag::key).toList(), CloudWatchRefusal::invalidValue);
    Set<String> keys = new LinkedHashSet<>(tags.keySet());
    request.tags().forEach(tag -> keys.add(tag.key()));
    if (keys.size() > CloudWatchShapes.TAGS_MAX) {
      throw CloudWatchRefusal.invalidValue(
          "A resource can have at most %s tags.".formatted(CloudWatchShapes.TAGS_MAX));
    }
    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    return TagResourceResponse.builder().build();
  }

  /** Keys that the alarm does not have change nothing. */
  UntagResourceResponse untag(Desk desk, UntagResourceRequest request) {
    CloudWatchShapes.check(request, UNTAG);
    SortedMap<String, String> tags = register.tags(alarm(desk, request.resourceARN()));
    request.tagKeys().forEach(tags::remove);
    return UntagResourceResponse.builder().build();
  }

  /** By key. */
  ListTagsForResourceResponse list(Desk desk, ListTagsForResourceRequest request) {
    CloudWatchShapes.check(request, LIST);
    List<Tag> tags = register.tags(alarm(desk, request.resourceARN())).entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
    return ListTagsForResourceResponse.builder().tags(tags).build();
  }

  private static String alarm(Desk desk, String arn) {
    Arns arns = AlarmRegister.arns(desk);
    Optional<String> name = arns.alarmName(arn).filter(alarm -> AlarmRegister.isAlarm(desk, alarm));
    return name.orElseThrow(() -> CloudWatchRefusal.noResource(arn));
  }
}
