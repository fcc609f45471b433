package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRequest;

/** A component's statuses from its creation to its end, with the instances that follow its copies. */
final class ComponentLifeTest {

  private static Hosting withComponent(int copies) {
    Hosting hosting = Hosting.forComponents();
    hosting.ask(Hosting.component("ic", copies));
    hosting.minutes(10);
    return hosting;
  }

  private static void delete(Hosting hosting, String component) {
    hosting.ask(DeleteInferenceComponentRequest.builder().inferenceComponentName(component).build());
  }

  @Test
  void anEmptyEndpointForComponentsServesAsSoonAsItsInstancesRun() {
    Hosting hosting = Hosting.withModel();
    hosting.config("cfg", Hosting.host(1, 0, 3));
    hosting.endpoint("ep", "cfg");
    assertEquals("Creating AllTraffic 0/1", hosting.endpoint());
    hosting.minutes(5);
    assertEquals("InService AllTraffic 1/1", hosting.endpoint());
  }

  @Test
  void aComponentIsCreatingUntilItsCopiesServe() {
    Hosting hosting = Hosting.forComponents();
    hosting.ask(Hosting.component("ic", 2));
    assertEquals("Creating 0/2", hosting.component("ic"));
    hosting.minutes(10);
    assertEquals("InService 2/2", hosting.component("ic"));
    assertEquals("InService AllTraffic 2/2", hosting.endpoint());
  }

  @Test
  void instancesFollowCopiesDownToZeroAndUpAgain() {
    Hosting hosting = withComponent(1);
    hosting.ask(Hosting.copies("ic", 0));
    assertEquals("InService 0/0", hosting.component("ic"));
    hosting.minutes(9);
    assertEquals("InService AllTraffic 1/1", hosting.endpoint());
    hosting.minutes(2);
    assertEquals("InService AllTraffic 0/0", hosting.endpoint());
    hosting.ask(Hosting.copies("ic", 2));
    assertEquals("Updating 0/2", hosting.component("ic"));
    assertEquals("InService AllTraffic 0/2", hosting.endpoint());
    hosting.minutes(10);
    assertEquals("InService 2/2", hosting.component("ic"));
    assertEquals("InService AllTraffic 2/2", hosting.endpoint());
  }

  @Test
  void anUpdatedSpecificationIsRolledOutBesideTheOldCopies() {
    Hosting hosting = withComponent(1);
    hosting.ask(UpdateInferenceComponentRequest.builder().inferenceComponentName("ic")
        .specification(Hosting.specification(2048)).build());
    assertEquals("Updating 1/1", hosting.component("ic"));
    hosting.minutes(10);
    assertEquals("InService 1/1", hosting.component("ic"));
    assertEquals(2048, hosting.desk.engine().fleet().perCopy(Hosting.COMPONENT).memoryMb());
  }

  @Test
  void aComponentWithoutRoomForAnyCopyFailsAfterTheLimit() {
    Hosting hosting = withComponent(3);
    hosting.ask(Hosting.component("late", 1));
    hosting.minutes(29);
    assertEquals("Creating 0/1", hosting.component("late"));
    hosting.minutes(2);
    assertEquals("Failed 0/0", hosting.component("late"));
    delete(hosting, "late");
    assertThrows(Refusal.class, () -> hosting.component("late"));
  }

  @Test
  void aDeletedComponentTakesItsScalableTargetAlong() {
    Hosting hosting = withComponent(1);
    hosting.desk.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(Hosting.COMPONENT, CapacityRange.between(0, 4), Suspension.NONE)));
    delete(hosting, "ic");
    assertThrows(Refusal.class, () -> hosting.component("ic"));
    assertTrue(hosting.desk.engine().scaling().target(Hosting.COMPONENT).isEmpty());
    hosting.ask(Hosting.component("ic", 1));
    hosting.minutes(10);
    assertEquals("InService 1/1", hosting.component("ic"));
  }

  @Test
  void aComponentOutlivesItsEndpointAndBlocksItsName() {
    Hosting hosting = withComponent(1);
    hosting.deleteEndpoint();
    assertThrows(Refusal.class, hosting::endpoint);
    assertEquals("InService 0/1", hosting.component("ic"));
    hosting.endpoint("ep", "cfg");
    hosting.minutes(10);
    Refusal refusal = assertThrows(Refusal.class, () -> hosting.ask(Hosting.component("ic", 1)));
    assertEquals("Cannot create already existing inference component \"" + Hosting.ARN + "inference-component/ic\".",
        refusal.getMessage());
    delete(hosting, "ic");
    hosting.ask(Hosting.component("ic", 1));
    hosting.minutes(10);
    assertEquals("InService 1/1", hosting.component("ic"));
  }

  @Test
  void componentsAreListedByEndpoint() {
    Hosting hosting = withComponent(1);
    ListInferenceComponentsResponse all = hosting.ask(
        ListInferenceComponentsRequest.builder().endpointNameEquals("ep").build(), ListInferenceComponentsResponse.class);
    ListInferenceComponentsResponse none = hosting.ask(
        ListInferenceComponentsRequest.builder().endpointNameEquals("other").build(), ListInferenceComponentsResponse.class);
    assertEquals("ic", all.inferenceComponents().getFirst().inferenceComponentName());
    assertTrue(none.inferenceComponents().isEmpty());
  }
}
