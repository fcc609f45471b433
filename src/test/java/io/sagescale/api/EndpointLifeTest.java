package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import io.sagescale.model.VariantSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;

/** An endpoint's statuses from its creation to its end, as time goes on. */
final class EndpointLifeTest {

  @Test
  void anEndpointIsCreatingUntilItsInstancesServe() {
    Hosting hosting = Hosting.creating(2);
    assertEquals("Creating AllTraffic 0/2", hosting.endpoint());
    hosting.minutes(1);
    assertEquals("Creating AllTraffic 0/2", hosting.endpoint());
    hosting.minutes(9);
    assertEquals("InService AllTraffic 2/2", hosting.endpoint());
    assertEquals("tgi:2.0.0", hosting.described().productionVariants().getFirst().deployedImages().getFirst().specifiedImage());
    assertTrue(hosting.described().lastModifiedTime().isAfter(hosting.described().creationTime()));
  }

  @Test
  void aNewCountIsUpdatingUntilTheInstancesServe() {
    Hosting hosting = Hosting.inService(1);
    hosting.ask(UpdateEndpointWeightsAndCapacitiesRequest.builder().endpointName("ep")
        .desiredWeightsAndCapacities(d -> d.variantName("AllTraffic").desiredInstanceCount(3)).build());
    assertEquals("Updating AllTraffic 1/3", hosting.endpoint());
    hosting.minutes(10);
    assertEquals("InService AllTraffic 3/3", hosting.endpoint());
  }

  @Test
  void aWeightAloneLeavesTheEndpointInService() {
    Hosting hosting = Hosting.withModel();
    hosting.config("cfg", Hosting.variant("a", 1), Hosting.variant("b", 1));
    hosting.endpoint("ep", "cfg");
    hosting.minutes(10);
    hosting.ask(UpdateEndpointWeightsAndCapacitiesRequest.builder().endpointName("ep")
        .desiredWeightsAndCapacities(d -> d.variantName("b").desiredWeight(3f)).build());
    assertEquals("InService a 1/1 b 1/1", hosting.endpoint());
    assertEquals(3f, hosting.described().productionVariants().get(1).currentWeight());
  }

  @Test
  void anUpdateServesOnOldInstancesUntilTheNewOnesServe() {
    Hosting hosting = Hosting.inService(2);
    hosting.config("next", Hosting.variant("AllTraffic", 3));
    hosting.ask(UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("next").build());
    assertEquals("Updating AllTraffic 2/3", hosting.endpoint());
    hosting.minutes(10);
    assertEquals("InService AllTraffic 3/3", hosting.endpoint());
    assertEquals("next", hosting.described().endpointConfigName());
  }

  @Test
  void anUpdateMayKeepTheCountThatScalingHasReached() {
    Hosting hosting = Hosting.inService(1);
    hosting.desk.tell(new EngineEvent.SetCapacity(Hosting.VARIANT, 4));
    hosting.minutes(10);
    hosting.config("next", Hosting.variant("AllTraffic", 1));
    hosting.ask(UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("next")
        .retainAllVariantProperties(true).build());
    hosting.minutes(10);
    assertEquals("InService AllTraffic 4/4", hosting.endpoint());
  }

  @Test
  void aVariantThatIsRenamedServesUntilItsSuccessorDoes() {
    Hosting hosting = Hosting.inService(1);
    hosting.config("next", Hosting.variant("green", 1));
    hosting.ask(UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("next").build());
    assertEquals("Updating AllTraffic 1/1 green 0/1", hosting.endpoint());
    hosting.minutes(10);
    assertEquals("InService green 1/1", hosting.endpoint());
  }

  @Test
  void aScaleOutOfTheScalerShowsAsUpdatingToo() {
    Hosting hosting = Hosting.inService(1);
    hosting.desk.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(Hosting.VARIANT, CapacityRange.between(2, 4), Suspension.NONE)));
    assertEquals("Updating AllTraffic 1/2", hosting.endpoint());
  }

  @Test
  void aDeletedEndpointTakesItsScalableTargetAlongAndFreesItsName() {
    Hosting hosting = Hosting.inService(1);
    hosting.desk.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(Hosting.VARIANT, CapacityRange.between(1, 4), Suspension.NONE)));
    hosting.deleteEndpoint();
    assertTrue(hosting.desk.engine().scaling().target(Hosting.VARIANT).isEmpty());
    assertThrows(Refusal.class, hosting::endpoint);
    hosting.endpoint("ep", "cfg");
    assertEquals("Creating AllTraffic 0/1", hosting.endpoint());
    hosting.minutes(10);
    assertEquals("InService AllTraffic 1/1", hosting.endpoint());
  }

  @Test
  void aConfigurationMayGoBeforeItsEndpoint() {
    Hosting hosting = Hosting.inService(1);
    hosting.ask(DeleteEndpointConfigRequest.builder().endpointConfigName("cfg").build());
    assertEquals("InService AllTraffic 1/1", hosting.endpoint());
    assertEquals("cfg", hosting.described().endpointConfigName());
  }

  @Test
  void anEndpointThatCameAnotherWayIsDescribedWithAConfigurationOfItsName() {
    Hosting hosting = new Hosting();
    hosting.desk.tell(new EngineEvent.CreateEndpoint(new EndpointSpec("ep", List.of(new VariantSpec("AllTraffic",
        Hosting.TYPE, 2, 1, RoutingStrategy.RANDOM, null, false))), EngineEvent.Begin.IN_SERVICE));
    assertEquals("InService AllTraffic 2/2", hosting.endpoint());
    DescribeEndpointConfigResponse config = hosting.ask(
        DescribeEndpointConfigRequest.builder().endpointConfigName("ep").build(), DescribeEndpointConfigResponse.class);
    assertEquals(Hosting.TYPE, config.productionVariants().getFirst().instanceTypeAsString());
  }

  @Test
  void endpointsAreListedNewestFirstInPages() {
    Hosting hosting = Hosting.creating(1);
    for (int i = 1; i <= 11; i++) {
      hosting.minutes(1);
      hosting.endpoint("more-" + i, "cfg");
    }
    ListEndpointsResponse first = hosting.ask(ListEndpointsRequest.builder().build(), ListEndpointsResponse.class);
    ListEndpointsResponse second =
        hosting.ask(ListEndpointsRequest.builder().nextToken(first.nextToken()).build(), ListEndpointsResponse.class);
    assertEquals("more-11", first.endpoints().getFirst().endpointName());
    assertEquals(10, first.endpoints().size());
    assertEquals("ep", second.endpoints().getLast().endpointName());
    assertEquals(2, second.endpoints().size());
    ListEndpointsResponse serving = hosting.ask(
        ListEndpointsRequest.builder().statusEquals("InService").nameContains("ep").build(), ListEndpointsResponse.class);
    assertEquals(1, serving.endpoints().size());
  }
}
