package io.sagescale.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * JSON as the AWS CLI prints it: indented by four, times as ISO 8601 with the offset of UTC and microseconds where there is a
 * fraction, numbers as Python writes them. Source: output of AWS CLI 2; it prints AWS JSON's times in the local time zone, we in UTC.
 */
final class CliJson {
  private static final GeneratorSink.Dialect DIALECT = new Printed();
  private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter FRACTION = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

  private static final class Printed implements GeneratorSink.Dialect {
    @Override
    public void instant(JsonGenerator out, Instant value, @Nullable Format format) throws IOException {
      DateTimeFormatter form = value.getNano() / 1000 == 0 ? WHOLE : FRACTION;
      out.writeString(form.format(value.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public void real(JsonGenerator out, double value) throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(Numbers.python(value));
      } else {
        out.writeNumber(value);
      }
    }
  }

  private CliJson() {}

  static String print(Object value) {
    byte[] bytes =
        Documents.write(
            Documents.JSON,
            out -> {
              out.setPrettyPrinter(printer());
              PojoWriter.value("", value, null, new GeneratorSink(out, DIALECT));
            });
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static DefaultPrettyPrinter printer() {
    var indent = new DefaultIndenter("    ", "\n");
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent);
  }
}
