package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.AddTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** Tags come with a resource, are put, replaced and taken away, and go with it. */
final class HostingTagsTest {
  private static final String ENDPOINT = Hosting.ARN + "endpoint/ep";

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static Hosting tagged() {
    Hosting hosting = Hosting.withModel();
    hosting.config("cfg", Hosting.variant("AllTraffic", 1));
    hosting.ask(CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg").tags(tag("team", "a")).build());
    hosting.minutes(10);
    return hosting;
  }

  private static String tags(Hosting hosting) {
    List<String> texts = new ArrayList<>();
    hosting.ask(ListTagsRequest.builder().resourceArn(ENDPOINT).build(), ListTagsResponse.class).tags()
        .forEach(tag -> texts.add(tag.key() + "=" + tag.value()));
    return String.join(" ", texts);
  }

  @Test
  void tagsArePutReplacedAndTakenAway() {
    Hosting hosting = tagged();
    hosting.ask(AddTagsRequest.builder().resourceArn(ENDPOINT).tags(tag("team", "b"), tag("env", "x")).build());
    assertEquals("team=b env=x", tags(hosting));
    hosting.ask(DeleteTagsRequest.builder().resourceArn(ENDPOINT).tagKeys("team", "unknown").build());
    assertEquals("env=x", tags(hosting));
  }

  @Test
  void tagsGoWithTheirEndpoint() {
    Hosting hosting = tagged();
    hosting.deleteEndpoint();
    hosting.endpoint("ep", "cfg");
    assertEquals("", tags(hosting));
  }

  @Test
  void moreThanFiftyTagsAreRefusedAndNoneIsPut() {
    Hosting hosting = tagged();
    List<Tag> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(tag("k" + i, ""));
    }
    assertThrows(Refusal.class,
        () -> hosting.ask(AddTagsRequest.builder().resourceArn(ENDPOINT).tags(many).build()));
    assertEquals("team=a", tags(hosting));
  }
}
