package io.sagescale.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  /** Every use outside the allowed rooms, as {@code Class -> what}, each once, sorted. */
  Set<String> violations(House house) {
    return house.classes().stream()
        .filter(house::owns)
        .filter(type -> !rooms.contains(house.room(type)))
        .filter(type -> !rooms.contains(house.room(type) + "." + type.getSimpleName()))
        .filter(this::isUsedBy)
        .map(type -> type.getName() + " -> " + thing)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isUsedBy(JavaClass type) {
    if (thing.endsWith(".*")) {
      String inPackage = thing.substring(0, thing.length() - 1);
      return usedTypes(type).anyMatch(used -> used.startsWith(inPackage));
    }
    if (!thing.contains("#")) {
      return usedTypes(type).anyMatch(used -> used.equals(thing) || used.startsWith(thing + "$"));
    }
    var accesses = Stream.<JavaAccess<?>>concat(
        type.getAccessesFromSelf().stream(), type.getCodeUnits().stream().flatMap(Entrance::references));
    return accesses.flatMap(access -> spellings(access).stream()).anyMatch(thing::equals);
  }

  private static Stream<String> usedTypes(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream().map(use -> use.getTargetClass().getBaseComponentType().getName());
  }

  private static Stream<JavaAccess<?>> references(JavaCodeUnit unit) {
    return Stream.concat(unit.getMethodReferencesFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream());
  }

  /** The names under which a table may speak of what is accessed: without and with its parameters. */
  private static List<String> spellings(JavaAccess<?> access) {
    String member = access.getTarget().getName().replace("<init>", "new");
    String plain = access.getTargetOwner().getName() + "#" + member;
    if (access instanceof JavaCodeUnitAccess<?> call) {
      String parameters =
          call.getTarget().getRawParameterTypes().stream().map(JavaClass::getSimpleName).collect(Collectors.joining(","));
      return List.of(plain, plain + "(" + parameters + ")", "*#" + member + "(" + parameters + ")");
    }
    return List.of(plain);
  }
}
