package io.sagescale.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sagemaker.model.AddTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.AddTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** Tags of SageMaker's resources, by their ARN; at most 50 each. Unverified: AWS's texts, and that 50 tags make a page. */
final class SageMakerTagOperations {
  private static final int MOST_TAGS = 50;

  private final SageMakerBook book;

  SageMakerTagOperations(SageMakerBook book) {
    this.book = book;
  }

  List<Operation<?, ?>> operations() {
    return List.of(
        Operation.write(SageMakerApi.SERVICE, "AddTags", AddTagsRequest.class, this::add),
        Operation.read(SageMakerApi.SERVICE, "ListTags", ListTagsRequest.class, this::list),
        Operation.write(SageMakerApi.SERVICE, "DeleteTags", DeleteTagsRequest.class, this::delete));
  }

  private AddTagsResponse add(Desk desk, AddTagsRequest asked) {
    Constraint.check(asked, SageMakerConstraints.ADD_TAGS);
    ReservedTags.refuse(asked.tags());
    judge(desk, asked.resourceArn());
    Set<String> keys = new LinkedHashSet<>(book.tags(asked.resourceArn()).keySet());
    asked.tags().forEach(tag -> keys.add(tag.key()));
    if (keys.size() > MOST_TAGS) {
      throw Refusal.invalid("The number of tags has exceeded the limit of " + MOST_TAGS + " tags per resource.");
    }
    book.tag(asked.resourceArn(), asked.tags());
    return AddTagsResponse.builder().tags(tags(asked.resourceArn())).build();
  }

  private ListTagsResponse list(Desk desk, ListTagsRequest asked) {
    Constraint.check(asked, SageMakerConstraints.LIST_TAGS);
    judge(desk, asked.resourceArn());
    Page<Tag> page = Paging.of("ListTags " + asked.resourceArn()).refusingAs("ValidationException").page(
        tags(asked.resourceArn()), Tag::key, asked.maxResults() == null ? MOST_TAGS : asked.maxResults(),
        asked.nextToken());
    return ListTagsResponse.builder().tags(page.items()).nextToken(page.nextToken()).build();
  }

  private DeleteTagsResponse delete(Desk desk, DeleteTagsRequest asked) {
    Constraint.check(asked, SageMakerConstraints.DELETE_TAGS);
    judge(desk, asked.resourceArn());
    asked.tagKeys().forEach(book.tags(asked.resourceArn())::remove);
    return DeleteTagsResponse.builder().build();
  }

  private void judge(Desk desk, String arn) {
    book.follow(desk);
    if (!book.has(arn)) {
      throw SageMakerRefusals.unknown("resource", arn);
    }
  }

  private List<Tag> tags(String arn) {
    List<Tag> tags = new ArrayList<>();
    book.tags(arn).forEach((key, value) -> tags.add(Tag.builder().key(key).value(value).build()));
    return tags;
  }
}
