package io.sagescale.house;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something of Java or of a library by which the world outside reaches a run, and the rooms in which it may stand.
 *
 * @param thing a type with its nested types ({@code java.util.HashMap}), everything of a package
 *     ({@code java.util.random.*}), a member in all its forms ({@code java.lang.System#exit}) or in one
 *     ({@code java.time.Instant#now()}, {@code java.io.PrintStream#new(String)}), a method of any type ({@code *#parallel()})
 * @param rooms where it is allowed: rooms, or single classes as {@code room.Class}
 * @param planted a statement that uses the thing
 */
record Entrance(String thing, Set<String> rooms, String planted) {
  /** Every class that uses the thing outside the allowed rooms, as {@code Class -> thing}, sorted. */
  Set<String> violations(Uses uses) {
    var found = new TreeSet<String>();
    uses.byClass()
        .forEach(
            (type, used) -> {
              String room = uses.house().room(type);
              if (!rooms.contains(room) && !rooms.contains(room + "." + type.getSimpleName()) && isAmong(used)) {
                found.add(type.getName() + " -> " + thing);
              }
            });
    return found;
  }

  private boolean isAmong(NavigableSet<String> used) {
    if (thing.endsWith(".*")) {
      return startsAny(used, thing.substring(0, thing.length() - 1));
    }
    return used.contains(thing) || (!thing.contains("#") && startsAny(used, thing + "$"));
  }

  private static boolean startsAny(NavigableSet<String> used, String prefix) {
    String next = used.ceiling(prefix);
    return next != null && next.startsWith(prefix);
  }
}
