package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Targets as people name them, {@code ENDPOINT/VARIANT} or {@code component:NAME}, and as AWS does. */
final class TargetWord implements ITypeConverter<ResourceId> {
  /** Source: SageMaker API, names of endpoints, variants and inference components. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

  private static final String COMPONENT = "component:";

  @Override
  public ResourceId convert(String word) {
    if (word.startsWith(COMPONENT)) {
      return new ResourceId.Component(name(word.substring(COMPONENT.length())));
    }
    String[] parts = word.split("/", -1);
    if (parts.length == 2 && parts[0].equals("inference-component")) {
      return new ResourceId.Component(name(parts[1]));
    }
    if (parts.length == 4 && parts[0].equals("endpoint") && parts[2].equals("variant")) {
      return new ResourceId.Variant(name(parts[1]), name(parts[3]));
    }
    if (parts.length == 2) {
      return new ResourceId.Variant(name(parts[0]), name(parts[1]));
    }
    if (parts.length == 1 && NAME.matcher(word).matches()) {
      throw new TypeConversionException(
          "'" + word + "' has no variant: write " + word + "/AllTraffic, or component:" + word);
    }
    throw new TypeConversionException(Cli.quoted(word) + " is not ENDPOINT/VARIANT or component:NAME");
  }

  private static String name(String word) {
    if (!NAME.matcher(word).matches()) {
      throw new TypeConversionException(
          Cli.quoted(word) + " is not a name of SageMaker: up to 63 letters, digits and hyphens between them");
    }
    return word;
  }
}
