package io.sagescale.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Values of a table by the id of their row, in the table's order; aliases lead to the same value. */
final class NamedRows<T> {
  private final Map<String, T> byId = new LinkedHashMap<>();
  private final Map<String, String> idsByAlias = new LinkedHashMap<>();

  NamedRows(List<CsvTable.Row> rows, Function<CsvTable.Row, T> value) {
    for (CsvTable.Row row : rows) {
      String id = row.text("id");
      Check.that(byId.put(id, value.apply(row)) == null, "id %s twice", id);
      for (String alias : row.words("aliases")) {
        Check.that(idsByAlias.put(alias, id) == null && !byId.containsKey(alias), "alias %s twice", alias);
      }
    }
  }

  Optional<T> find(String idOrAlias) {
    return Optional.ofNullable(byId.get(idsByAlias.getOrDefault(idOrAlias, idOrAlias)));
  }

  List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  List<String> aliases() {
    return List.copyOf(idsByAlias.keySet());
  }
}
