package io.sagescale.awscli;

import io.sagescale.wire.SdkObjects;
import io.sagescale.wire.ValueType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a service.
 *
 * @param name as AWS's API has it, {@code DescribeAlarms}
 * @param required members that the input must have, in the order of the service's model
 * @param paging how its list goes on; null for an operation that answers at once
 */
public record AwsOperation(AwsService service, String name, List<String> required, @Nullable Paging paging) {
  /** Columns of a line for an operation that has pages. */
  private static final int PAGED = 6;

  public AwsOperation {
    required = List.copyOf(required);
  }

  /** A line of a table: name, required, input token, output token, size of pages, results, other members kept. */
  static AwsOperation read(AwsService service, String line) {
    String[] cells = line.split(" ");
    Paging paging = cells.length < PAGED ? null : new Paging(cells[2], cells[3], cells[4].equals("-") ? null : cells[4],
        words(cells[5]), cells.length > PAGED ? words(cells[PAGED]) : List.of());
    return new AwsOperation(service, cells[0], cells.length < 2 ? List.of() : words(cells[1]), paging);
  }

  private static List<String> words(String cell) {
    return cell.equals("-") ? List.of() : Arrays.asList(cell.split(","));
  }

  /** {@code describe-alarms}. */
  public String word() {
    return Kebab.of(name);
  }

  /** What its input is made of. */
  ValueType.Structure input() {
    return SdkObjects.type(requestClass());
  }

  Class<?> requestClass() {
    return service.model(Kebab.className(name) + "Request");
  }

  Class<?> responseClass() {
    return service.model(Kebab.className(name) + "Response");
  }

  /** The members of its input by the words of their flags, without hyphens before. */
  Map<String, Flag> flags() {
    Map<String, Flag> flags = new LinkedHashMap<>();
    input().members().forEach((member, type) -> {
      Flag flag = Flag.of(this, member, type);
      flags.put(flag.word(), flag);
      if (DatumFlags.areOf(this, member)) {
        DatumFlags.of(type).forEach(datum -> flags.put(datum.word(), datum));
      }
    });
    return flags;
  }

  /** An input with everything in it, for a person to fill in. */
  public String skeleton() {
    return Skeleton.of(this);
  }
}
