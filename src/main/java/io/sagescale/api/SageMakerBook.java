package io.sagescale.api;

import io.sagescale.fleet.Fleet;
import io.sagescale.model.ResourceId;
import io.sagescale.sdk.Components;
import io.sagescale.sdk.Endpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSpecification;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * What SageMaker knows beyond the fleet: models, configurations, how endpoints and components were asked for, and tags.
 *
 * <p>Endpoints and components are those of the fleet: one that came there by another way is taken over with a configuration of
 * its own name, and one that is gone there is dropped.
 */
final class SageMakerBook {
  record Model(String name, String arn, CreateModelRequest asked, Instant createdAt) {}

  record Config(String name, String arn, CreateEndpointConfigRequest asked, Instant createdAt) {}

  /** @param variants as its present configuration had them, which may be deleted */
  record Endpoint(
      String name, String arn, String config, List<ProductionVariant> variants, Instant createdAt, Instant changedAt) {
    Endpoint {
      variants = List.copyOf(variants);
    }

    Endpoint changed(Config to, Instant at) {
      return new Endpoint(name, arn, to.name(), to.asked().productionVariants(), createdAt, at);
    }

    Endpoint changed(Instant at) {
      return new Endpoint(name, arn, config, variants, createdAt, at);
    }
  }

  record Component(
      String name, String arn, ResourceId.Variant host, InferenceComponentSpecification specification, Instant createdAt,
      Instant changedAt) {}

  final Map<String, Model> models = new LinkedHashMap<>();
  final Map<String, Config> configs = new LinkedHashMap<>();
  final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  final Map<String, Component> components = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();

  static String arn(Desk desk, String kind, String name) {
    return desk.account().arn("sagemaker", kind + "/" + name);
  }

  /** Brings endpoints and components in line with the fleet. */
  void follow(Desk desk) {
    Fleet fleet = desk.engine().fleet();
    for (Endpoint endpoint : List.copyOf(endpoints.values())) {
      if (!fleet.hasEndpoint(endpoint.name())) {
        endpoints.remove(endpoint.name());
        tags.remove(endpoint.arn());
      }
    }
    for (Component component : List.copyOf(components.values())) {
      if (!fleet.isScalable(new ResourceId.Component(component.name()))) {
        components.remove(component.name());
        tags.remove(component.arn());
      }
    }
    for (String endpoint : fleet.endpoints()) {
      if (!endpoints.containsKey(endpoint)) {
        adopt(desk, endpoint);
      }
    }
    for (ResourceId.Component component : fleet.components()) {
      if (!components.containsKey(component.component())) {
        adopt(desk, component);
      }
    }
  }

  private void adopt(Desk desk, String endpoint) {
    Fleet fleet = desk.engine().fleet();
    List<ProductionVariant> variants = new ArrayList<>();
    for (ResourceId.Variant variant : fleet.variantsOf(endpoint)) {
      boolean isHost = fleet.specOf(variant).hostsComponents();
      variants.add(Endpoints.variant(fleet.specOf(variant), isHost ? null : endpoint));
    }
    Instant createdAt = fleet.createdAt(fleet.variantsOf(endpoint).getFirst());
    configs.putIfAbsent(endpoint, new Config(endpoint, arn(desk, "endpoint-config", endpoint),
        CreateEndpointConfigRequest.builder().endpointConfigName(endpoint).productionVariants(variants).build(), createdAt));
    endpoints.put(endpoint,
        new Endpoint(endpoint, arn(desk, "endpoint", endpoint), endpoint, variants, createdAt, createdAt));
  }

  private void adopt(Desk desk, ResourceId.Component component) {
    Fleet fleet = desk.engine().fleet();
    InferenceComponentSpecification specification = InferenceComponentSpecification.builder()
        .modelName(component.component())
        .computeResourceRequirements(Components.perCopy(fleet.perCopy(component)))
        .build();
    Instant createdAt = fleet.createdAt(component);
    components.put(component.component(), new Component(component.component(),
        arn(desk, "inference-component", component.component()), fleet.hostOf(component), specification, createdAt,
        createdAt));
  }

  /** Whether the ARN is one of a resource that exists. */
  boolean has(String arn) {
    return models.values().stream().anyMatch(model -> model.arn().equals(arn))
        || configs.values().stream().anyMatch(config -> config.arn().equals(arn))
        || endpoints.values().stream().anyMatch(endpoint -> endpoint.arn().equals(arn))
        || components.values().stream().anyMatch(component -> component.arn().equals(arn));
  }

  /** The tags of a resource, by key, oldest first; changes go through. */
  Map<String, String> tags(String arn) {
    return tags.computeIfAbsent(arn, a -> new LinkedHashMap<>());
  }

  void tag(String arn, List<Tag> added) {
    for (Tag tag : added) {
      tags(arn).put(tag.key(), tag.value());
    }
  }

  void forget(String arn) {
    tags.remove(arn);
  }

  /** The images that a variant of that model runs; none when nobody created the model. */
  List<String> images(@Nullable String model) {
    Model known = model == null ? null : models.get(model);
    if (known == null) {
      return List.of();
    }
    List<String> images = new ArrayList<>();
    if (known.asked().primaryContainer() != null && known.asked().primaryContainer().image() != null) {
      images.add(known.asked().primaryContainer().image());
    }
    known.asked().containers().stream().filter(c -> c.image() != null).forEach(c -> images.add(c.image()));
    return images;
  }
}
