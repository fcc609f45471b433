package io.sagescale.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Instants with their offset: {@code 2026-12-01T09:30:00Z}. */
final class InstantWord implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String word) {
    try {
      return OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(Cli.quoted(word) + " is not an instant such as 2026-12-01T09:30:00Z");
    }
  }
}
