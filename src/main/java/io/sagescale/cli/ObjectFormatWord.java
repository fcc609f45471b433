package io.sagescale.cli;

import io.sagescale.report.ObjectFormat;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words for {@code --output} of commands over AWS's API. */
final class ObjectFormatWord {
  private ObjectFormatWord() {}

  /** Reads any format. */
  static final class Reader implements ITypeConverter<ObjectFormat> {
    @Override
    public ObjectFormat convert(String word) {
      return ObjectFormat.ofWord(word).orElseThrow(() ->
          new TypeConversionException("'" + word + "' is not one of " + String.join(", ", ObjectFormat.words())));
    }
  }

  /** All formats, for completion. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ObjectFormat.words().iterator();
    }
  }
}
