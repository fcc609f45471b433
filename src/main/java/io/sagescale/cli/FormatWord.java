package io.sagescale.cli;

import io.sagescale.report.Format;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words for {@code --output}. */
final class FormatWord {
  private FormatWord() {}

  /** Reads any format. */
  static final class Reader implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return Format.ofWord(word).orElseThrow(() ->
          new TypeConversionException("'" + word + "' is not one of " + String.join(", ", Format.words())));
    }
  }

  /** All formats, for completion. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Format.words().iterator();
    }
  }

  /** The formats of lists that are not of samples. */
  static final class TableOrJson implements Iterable<String> {
    static final List<Format> FORMATS = List.of(Format.TABLE, Format.JSON);

    @Override
    public Iterator<String> iterator() {
      return FORMATS.stream().map(Format::word).iterator();
    }
  }
}
