package io.sagescale.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 2020-12) of one document of a file, for editors.
 *
 * <p>It knows keys, types and ranges. What needs two places of a file, such as steps without gaps, only the reader knows.
 */
public final class Schemas {
  private static final String RESOURCE = "sagescale-v1.schema.json";

  private Schemas() {}

  /** The schema as text, ending in a line feed. */
  public static String text() {
    try (InputStream in = Schemas.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
