package io.sagescale.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scalable target scales: a production variant or an inference component.
 *
 * <p>Source: Application Auto Scaling API reference, {@code ResourceId} and {@code ScalableDimension}.
 */
public sealed interface ResourceId {

  /** A production variant of an endpoint, {@code endpoint/NAME/variant/NAME}. */
  record Variant(String endpoint, String variant) implements ResourceId {
    public Variant {
      Check.named("endpoint", endpoint);
      Check.named("variant", variant);
    }

    /** By hand, like {@link #hashCode}, because every ten seconds of every target look it up. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Variant that && endpoint.equals(that.endpoint)
          && variant.equals(that.variant));
    }

    @Override
    public int hashCode() {
      return 31 * endpoint.hashCode() + variant.hashCode();
    }

    @Override
    public String text() {
      return "endpoint/" + endpoint + "/variant/" + variant;
    }

    @Override
    public String shortName() {
      return endpoint + "/" + variant;
    }

    @Override
    public ScalableDimension dimension() {
      return ScalableDimension.VARIANT_DESIRED_INSTANCE_COUNT;
    }
  }

  /** An inference component, {@code inference-component/NAME}. */
  record Component(String component) implements ResourceId {
    public Component {
      Check.named("component", component);
    }

    @Override
    public String text() {
      return "inference-component/" + component;
    }

    @Override
    public String shortName() {
      return "component:" + component;
    }

    @Override
    public ScalableDimension dimension() {
      return ScalableDimension.COMPONENT_DESIRED_COPY_COUNT;
    }
  }

  /** AWS's form of the id. */
  String text();

  /** The form people type: {@code ENDPOINT/VARIANT} or {@code component:NAME}. */
  String shortName();

  ScalableDimension dimension();

  /** Reads AWS's form; empty when the text is neither a variant nor a component. */
  static Optional<ResourceId> parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 4 && parts[0].equals("endpoint") && parts[2].equals("variant")
        && !parts[1].isBlank() && !parts[3].isBlank()) {
      return Optional.of(new Variant(parts[1], parts[3]));
    }
    if (parts.length == 2 && parts[0].equals("inference-component") && !parts[1].isBlank()) {
      return Optional.of(new Component(parts[1]));
    }
    return Optional.empty();
  }
}
