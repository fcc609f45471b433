package io.sagescale.api;

import io.sagescale.engine.Engine;
import io.sagescale.model.ResourceId;
import io.sagescale.sdk.Targets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three words that name a scalable target: namespace, resource id and dimension. */
record TargetNames(String namespace, String id, String dimension) {
  private static final String SAGEMAKER = "sagemaker";

  /** The resource, where the engine can scale it. Source: texts seen on AWS. */
  ResourceId supported() {
    if (!dimension.startsWith(namespace + ":")) {
      throw notAuthorized();
    }
    return Targets.resource(id, dimension).orElseThrow(() -> Refusal.invalid(
        "Unsupported service namespace, resource type or scalable dimension"));
  }

  /** The resource, where it is registered. */
  Optional<ResourceId> registered(Engine engine) {
    return isSageMaker(namespace)
        ? Targets.resource(id, dimension).filter(resource -> engine.scaling().target(resource).isPresent())
        : Optional.empty();
  }

  /** Ends a sentence such as {@code No scalable target found for}. */
  String text() {
    return "service namespace: " + namespace + ", resource ID: " + id + ", scalable dimension: " + dimension;
  }

  /** Source: a text seen on AWS, which CloudFormation reports as AccessDenied. */
  static Refusal notAuthorized() {
    return Refusal.of("AccessDeniedException", "Account is not authorized");
  }

  static Refusal notFound(String message) {
    return Refusal.of("ObjectNotFoundException", message);
  }

  static boolean isSageMaker(String namespace) {
    return namespace.equals(SAGEMAKER);
  }

  /** Whether a resource is among those that a question selects; an absent id or dimension selects all. */
  static boolean selects(ResourceId resource, List<String> ids, @Nullable String dimension) {
    return (ids.isEmpty() || ids.contains(resource.text()))
        && (dimension == null || resource.dimension().text().equals(dimension));
  }

  /** Source: AAS API, the dimension of a question needs the resource id. Unverified: the text. */
  static void dimensionNeedsId(boolean hasId, @Nullable String dimension) {
    if (dimension != null && !hasId) {
      throw Refusal.invalid("If you specify a scalable dimension, you must also specify a resource ID.");
    }
  }
}
