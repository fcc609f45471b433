package io.sagescale.api;

import io.sagescale.engine.Destination;
import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.Standing;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamResponse;

/**
 * SageMaker Runtime: which requests for models may go to the engine, and how the engine's outcomes are answered. An answer comes
 * later than its question, so these are no {@link Operation}s.
 *
 * <p>Source of codes, statuses and members: SageMaker Runtime's API model. Unverified: which of them AWS sends when, and the texts,
 * but where a source is named.
 */
public final class RuntimeApi {
  private static final String VALIDATION = "ValidationError";

  /** Source: seen on AWS, as a {@code ValidationError}. */
  private static final String NO_COPIES = "Inference Component has no capacity to process this request."
      + " ApplicationAutoScaling may be in-progress (if configured) or try to increase the capacity by invoking"
      + " UpdateInferenceComponentRuntimeConfig API.";

  private RuntimeApi() {}

  /** @throws Refusal when it may not */
  public static Invocation admit(Desk desk, InvokeEndpointRequest asked) {
    Destination destination =
        destination(desk, asked.endpointName(), asked.inferenceComponentName(), asked.targetVariant());
    return invocation(destination, asked.body(), false);
  }

  /** @throws Refusal when it may not */
  public static Invocation admit(Desk desk, InvokeEndpointWithResponseStreamRequest asked) {
    Destination destination =
        destination(desk, asked.endpointName(), asked.inferenceComponentName(), asked.targetVariant());
    return invocation(destination, asked.body(), true);
  }

  /**
   * The variant that answers: where the copy lives, or the first one while that is open.
   *
   * @param copy -1 when no copy has the request
   */
  public static String variant(Desk desk, Invocation invocation, int copy) {
    Fleet fleet = desk.engine().fleet();
    ResourceId owner = copy < 0 ? invocation.destination().only() : fleet.ownerOf(copy);
    String endpoint = invocation.destination().endpoint();
    if (owner != null && fleet.isScalable(owner)) {
      return fleet.hostOf(owner).variant();
    }
    return fleet.hasEndpoint(endpoint) ? fleet.variantsOf(endpoint).getFirst().variant() : "";
  }

  public static InvokeEndpointResponse answer(Invocation invocation, String variant) {
    return InvokeEndpointResponse.builder()
        .contentType("application/json")
        .invokedProductionVariant(variant)
        .body(SdkBytes.fromByteArray(ModelAnswer.whole(invocation.outputTokens())))
        .build();
  }

  /** What is known when the first token leaves. */
  public static InvokeEndpointWithResponseStreamResponse streamHead(String variant) {
    return InvokeEndpointWithResponseStreamResponse.builder()
        .contentType("application/jsonlines")
        .invokedProductionVariant(variant)
        .build();
  }

  /** How an outcome other than {@link Outcome#COMPLETED} is answered. */
  public static Refusal refusal(Desk desk, Invocation invocation, Outcome outcome, String variant) {
    return switch (outcome) {
      case COMPLETED -> throw new IllegalArgumentException("answered");
      case REJECTED_NO_CAPACITY -> invocation.destination().only() instanceof ResourceId.Component
          ? invalid(NO_COPIES)
          : new Refusal("ServiceUnavailable", "The service is temporarily unable to handle the request: no instance of the"
              + " endpoint is in service.", 503, Collections.emptyMap());
      case REJECTED_QUEUE_FULL -> model(desk, invocation, variant, 429,
          "Received client error (429) from " + variant + " with message \"the queue of the model server is full\".");
      case TIMED_OUT -> model(desk, invocation, variant, 0,
          "Received server error (0) from " + variant + " with message \"Your invocation timed out while waiting for a"
              + " response from container " + variant + ". Review the latency metrics for each container in Amazon"
              + " CloudWatch, resolve the issue, and try again.\".");
      case FAILED -> model(desk, invocation, variant, 500,
          "Received server error (500) from " + variant + " with message \"the model server failed\".");
    };
  }

  /** The members of an error in the middle of a stream. Source of its codes: SageMaker Runtime's API model. */
  public static Map<String, Object> midStream(Refusal refusal) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("Message", refusal.getMessage());
    boolean isLate = Integer.valueOf(0).equals(refusal.members().get("OriginalStatusCode"));
    members.put("ErrorCode", isLate ? "ModelInvocationTimeExceeded" : "StreamBroken");
    return members;
  }

  /** The engine ends before the model does. */
  public static Refusal stopped() {
    return new Refusal("ServiceUnavailable", "The engine has stopped.", 503, Collections.emptyMap());
  }

  private static Refusal model(Desk desk, Invocation invocation, String variant, int status, String text) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("OriginalStatusCode", status);
    members.put("OriginalMessage", text);
    members.put("LogStreamArn", desk.account().arn("logs",
        "log-group:/aws/sagemaker/Endpoints/" + invocation.destination().endpoint() + ":log-stream:" + variant));
    return new Refusal("ModelError", text, 424, members);
  }

  private static Invocation invocation(Destination destination, @Nullable SdkBytes body, boolean isStreaming) {
    TokenCounts tokens = body == null ? TokenCounts.DEFAULT : TokenCounts.of(body.asByteArrayUnsafe());
    return new Invocation(destination, tokens.input(), tokens.output(), isStreaming);
  }

  private static Destination destination(
      Desk desk, String endpoint, @Nullable String component, @Nullable String variant) {
    Fleet fleet = desk.engine().fleet();
    if (!fleet.hasEndpoint(endpoint) || !isServing(fleet.standing(endpoint))) {
      throw invalid("Endpoint " + endpoint + " of account " + desk.account().id() + " not found.");
    }
    List<ResourceId.Variant> variants = fleet.variantsOf(endpoint);
    boolean isHost = variants.stream().anyMatch(it -> fleet.specOf(it).hostsComponents());
    if (component != null) {
      return new Destination(endpoint, component(fleet, endpoint, component));
    }
    if (isHost) {
      throw invalid("Inference Component Name header is required for endpoints to which you plan to deploy inference"
          + " components. Please include Inference Component Name header or consider using SageMaker models.");
    }
    if (variant == null) {
      return Destination.endpoint(endpoint);
    }
    ResourceId.Variant only = variants.stream().filter(it -> it.variant().equals(variant)).findFirst().orElseThrow(
        () -> invalid("Variant " + variant + " of endpoint " + endpoint + " of account " + desk.account().id()
            + " not found."));
    return new Destination(endpoint, only);
  }

  private static ResourceId.Component component(Fleet fleet, String endpoint, String name) {
    return fleet.components().stream()
        .filter(it -> it.component().equals(name) && fleet.hostOf(it).endpoint().equals(endpoint))
        .findFirst()
        .orElseThrow(() -> invalid("Inference Component " + name + " of endpoint " + endpoint + " not found."));
  }

  private static boolean isServing(Standing standing) {
    return switch (standing) {
      case IN_SERVICE, UPDATING, ROLLING_BACK -> true;
      case CREATING, FAILED, DELETING -> false;
    };
  }

  private static Refusal invalid(String text) {
    return Refusal.of(VALIDATION, text);
  }
}
