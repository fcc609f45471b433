package io.sagescale.api;

import static io.sagescale.api.Hosting.ARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.Destination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRequest;

/** Every status of an endpoint and of a component against every operation on it: no way in but those that AWS has. */
class StandingOperationsTest {
  private static final String TAKEN = "taken";
  private static final String BUSY = "Cannot update in-progress endpoint \"" + ARN + "endpoint/ep\".";
  private static final String EXISTS = "Cannot create already existing endpoint \"" + ARN + "endpoint/ep\".";
  private static final String COMPONENT_EXISTS =
      "Cannot create already existing inference component \"" + ARN + "inference-component/ic\".";

  private static final Map<String, Object> ENDPOINT = new LinkedHashMap<>();
  private static final Map<String, Object> COMPONENT = new LinkedHashMap<>();

  static {
    ENDPOINT.put("update", UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("next").build());
    ENDPOINT.put("capacity", weights(2, null));
    ENDPOINT.put("weight", weights(null, 3f));
    ENDPOINT.put("delete", DeleteEndpointRequest.builder().endpointName("ep").build());
    ENDPOINT.put("create", CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("next").build());
    COMPONENT.put("update", UpdateInferenceComponentRequest.builder().inferenceComponentName("ic")
        .specification(Hosting.specification(2048)).build());
    COMPONENT.put("copies", Hosting.copies("ic", 1));
    COMPONENT.put("delete", DeleteInferenceComponentRequest.builder().inferenceComponentName("ic").build());
    COMPONENT.put("create", Hosting.component("ic", 1));
  }

  static Stream<Arguments> endpoints() {
    return Stream.of(
        //   status       how it comes about                                      update capacity weight delete create
        row("Creating", () -> endpoint(Hosting.creating(1)),                      BUSY, BUSY, BUSY, BUSY, EXISTS),
        row("InService", () -> endpoint(Hosting.inService(1)),                    TAKEN, TAKEN, TAKEN, TAKEN, EXISTS),
        row("Updating", StandingOperationsTest::updating,                         BUSY, BUSY, BUSY, BUSY, EXISTS),
        row("Deleting", StandingOperationsTest::deleting,                         BUSY, BUSY, BUSY, BUSY, EXISTS));
  }

  static Stream<Arguments> components() {
    return Stream.of(
        //   status       how it comes about                      update copies delete create
        row("Creating", () -> component(0),
            busy("update", "CREATE"), busy("update", "CREATE"), busy("delete", "CREATE"), COMPONENT_EXISTS),
        row("InService", () -> component(10),                     TAKEN, TAKEN, TAKEN, COMPONENT_EXISTS),
        row("Updating", StandingOperationsTest::copying,
            busy("update", "UPDATE_RC"), busy("update", "UPDATE_RC"), busy("delete", "UPDATE_RC"), COMPONENT_EXISTS),
        row("Failed", StandingOperationsTest::withoutRoom,        TAKEN, TAKEN, TAKEN, COMPONENT_EXISTS),
        row("Deleting", StandingOperationsTest::componentDeleting,
            busy("update", "DELETE"), busy("update", "DELETE"), busy("delete", "DELETE"), COMPONENT_EXISTS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endpoints")
  void anEndpointTakesWhatItsStatusAllows(String status, Supplier<Hosting> where, List<String> expected) {
    assertEquals(status, where.get().endpoint().split(" ", 2)[0]);
    assertEquals(expected, ENDPOINT.values().stream().map(question -> answer(where.get(), question)).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("components")
  void aComponentTakesWhatItsStatusAllows(String status, Supplier<Hosting> where, List<String> expected) {
    assertEquals(status, where.get().component("ic").split(" ", 2)[0]);
    assertEquals(expected, COMPONENT.values().stream().map(question -> answer(where.get(), question)).toList());
  }

  /** Refused without a change, whatever the status. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("endpoints")
  void aRefusalChangesNothing(String status, Supplier<Hosting> where, List<String> expected) {
    for (Object question : ENDPOINT.values()) {
      Hosting hosting = where.get();
      var before = hosting.described();
      if (!answer(hosting, question).equals(TAKEN)) {
        assertEquals(before, hosting.described());
      }
    }
    assertTrue(expected.contains(EXISTS));
  }

  @Test
  void aComponentComesToAnEndpointInAnyStatusButTheLast() {
    for (Hosting hosting : List.of(creatingHost(), Hosting.forComponents())) {
      assertEquals(TAKEN, answer(hosting, Hosting.component("new", 1)));
    }
    Hosting deleting = component(10);
    deleting.desk.request(new Destination("ep", Hosting.COMPONENT));
    deleting.deleteEndpoint();
    assertEquals("Deleting", deleting.endpoint().split(" ", 2)[0]);
    assertEquals(BUSY, answer(deleting, Hosting.component("new", 1)));
  }

  private static Arguments row(String status, Supplier<Hosting> where, String... expected) {
    return Arguments.of(status, where, List.of(expected));
  }

  private static String busy(String verb, String state) {
    return "Cannot " + verb + " inference component \"" + ARN + "inference-component/ic\" while it is in state " + state
        + "_IN_PROGRESS.";
  }

  private static String answer(Hosting hosting, Object question) {
    try {
      hosting.ask(question);
      return TAKEN;
    } catch (Refusal refusal) {
      assertEquals("ValidationException", refusal.code());
      return refusal.getMessage();
    }
  }

  private static Hosting endpoint(Hosting hosting) {
    hosting.config("next", Hosting.variant("AllTraffic", 1));
    return hosting;
  }

  private static Hosting updating() {
    Hosting hosting = endpoint(Hosting.inService(1));
    hosting.ask(weights(2, null));
    return hosting;
  }

  /** It drains: a request is under way. */
  private static Hosting deleting() {
    Hosting hosting = endpoint(Hosting.inService(1));
    hosting.desk.request(Destination.endpoint("ep"));
    hosting.deleteEndpoint();
    return hosting;
  }

  private static Hosting creatingHost() {
    Hosting hosting = Hosting.withModel();
    hosting.config("cfg", Hosting.host(1, 0, 3));
    hosting.endpoint("ep", "cfg");
    return hosting;
  }

  private static Hosting component(int minutes) {
    Hosting hosting = Hosting.forComponents();
    hosting.ask(Hosting.component("ic", 1));
    hosting.minutes(minutes);
    return hosting;
  }

  private static Hosting copying() {
    Hosting hosting = component(10);
    hosting.ask(Hosting.copies("ic", 2));
    return hosting;
  }

  private static Hosting withoutRoom() {
    Hosting hosting = Hosting.forComponents();
    hosting.ask(Hosting.component("first", 3));
    hosting.minutes(10);
    hosting.ask(Hosting.component("ic", 1));
    hosting.minutes(31);
    return hosting;
  }

  private static Hosting componentDeleting() {
    Hosting hosting = component(10);
    hosting.desk.request(new Destination("ep", Hosting.COMPONENT));
    hosting.ask(DeleteInferenceComponentRequest.builder().inferenceComponentName("ic").build());
    return hosting;
  }

  private static UpdateEndpointWeightsAndCapacitiesRequest weights(@Nullable Integer count, @Nullable Float weight) {
    return UpdateEndpointWeightsAndCapacitiesRequest.builder().endpointName("ep").desiredWeightsAndCapacities(
        d -> d.variantName("AllTraffic").desiredInstanceCount(count).desiredWeight(weight)).build();
  }
}
