package io.sagescale.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which room may use which rooms and which libraries. {@code java..} and {@code org.jspecify..} are free to all. */
record FloorPlan(List<Row> rows, Map<String, List<String>> libraries) {
  /** One room: the rooms and the libraries, by the names of the plan, that its classes may use beside their own room. */
  record Row(String room, List<String> rooms, List<String> libraries) {
    @Override
    public String toString() {
      return room;
    }
  }

  private static final List<String> FREE = List.of("java.", "org.jspecify.");

  /**
   * A plan from two text tables.
   *
   * @param rooms columns room, may import, libraries
   * @param libraries columns library, packages
   */
  static FloorPlan of(String rooms, String libraries) {
    var packages = new LinkedHashMap<String, List<String>>();
    for (List<String> row : TextTable.rows(libraries)) {
      packages.put(row.getFirst(), TextTable.words(row.get(1)));
    }
    List<Row> rows =
        TextTable.rows(rooms).stream()
            .map(row -> new Row(row.getFirst(), TextTable.words(row.get(1)), TextTable.words(row.get(2))))
            .toList();
    return new FloorPlan(rows, packages);
  }

  List<String> rooms() {
    return rows.stream().map(Row::room).toList();
  }

  /** Every use that a row does not allow, as {@code Class -> room or type}, each pair once, sorted. */
  Set<String> violations(House house, Row row) {
    var found = new TreeSet<String>();
    for (JavaClass type : house.classes()) {
      if (house.owns(type) && house.room(type).equals(row.room())) {
        for (var use : type.getDirectDependenciesFromSelf()) {
          JavaClass used = use.getTargetClass().getBaseComponentType();
          if (!isAllowed(house, row, used)) {
            found.add(type.getName() + " -> " + (house.owns(used) ? house.room(used) : used.getName()));
          }
        }
      }
    }
    return found;
  }

  private boolean isAllowed(House house, Row row, JavaClass used) {
    if (house.owns(used)) {
      return house.room(used).equals(row.room()) || row.rooms().contains(house.room(used));
    }
    if (used.isPrimitive() || FREE.stream().anyMatch(used.getName()::startsWith)) {
      return true;
    }
    return row.libraries().stream()
        .flatMap(library -> libraries.get(library).stream())
        .anyMatch(name -> used.getName().startsWith(name + "."));
  }

  /** The rooms on a circle of imports, or nothing. */
  Set<String> circle() {
    var open = new LinkedHashMap<String, Set<String>>();
    rows.forEach(row -> open.put(row.room(), new LinkedHashSet<>(row.rooms())));
    boolean removed = true;
    while (removed) {
      List<String> leaves = open.keySet().stream().filter(room -> open.get(room).isEmpty()).toList();
      leaves.forEach(open::remove);
      open.values().forEach(rooms -> rooms.removeAll(leaves));
      removed = !leaves.isEmpty();
    }
    return open.keySet();
  }

  /** Words of the plan that nothing explains: rooms without a row, libraries without packages. */
  List<String> unknownWords() {
    var unknown = new ArrayList<String>();
    for (Row row : rows) {
      row.rooms().stream().filter(room -> !rooms().contains(room)).forEach(unknown::add);
      row.libraries().stream().filter(library -> !libraries.containsKey(library)).forEach(unknown::add);
    }
    return unknown;
  }
}
