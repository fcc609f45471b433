package io.sagescale.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All operations that the engine can honour, found by service and name. What it cannot honour is not in the table. */
public final class OperationTable {
  private record Key(String service, String name) {}

  private final Map<Key, Operation<?, ?>> operations = new LinkedHashMap<>();

  private OperationTable() {}

  /** A table of the groups' operations; two of one service and name are a bug. */
  public static OperationTable of(List<? extends OperationGroup> groups) {
    OperationTable table = new OperationTable();
    for (OperationGroup group : groups) {
      group.operations().forEach(table::add);
    }
    return table;
  }

  public Optional<Operation<?, ?>> find(String service, String name) {
    return Optional.ofNullable(operations.get(new Key(service, name)));
  }

  /** In the order of their groups. */
  public List<Operation<?, ?>> all() {
    return new ArrayList<>(operations.values());
  }

  private void add(Operation<?, ?> operation) {
    Operation<?, ?> other = operations.put(new Key(operation.service(), operation.name()), operation);
    if (other != null) {
      throw new IllegalArgumentException("two operations are named " + operation.service() + " " + operation.name());
    }
  }
}
