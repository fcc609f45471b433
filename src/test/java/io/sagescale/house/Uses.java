package io.sagescale.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each class of a house uses, in every spelling by which an {@link Entrance} may name it. */
record Uses(House house, Map<JavaClass, NavigableSet<String>> byClass) {
  static Uses of(House house) {
    var uses = new LinkedHashMap<JavaClass, NavigableSet<String>>();
    house.classes().stream().filter(house::owns).forEach(type -> uses.put(type, spellings(type)));
    return new Uses(house, uses);
  }

  private static NavigableSet<String> spellings(JavaClass type) {
    var all = new TreeSet<String>();
    type.getDirectDependenciesFromSelf().forEach(use -> all.add(use.getTargetClass().getBaseComponentType().getName()));
    type.getAccessesFromSelf().forEach(access -> all.addAll(spellings(access)));
    type.getCodeUnits().stream().flatMap(Uses::references).forEach(access -> all.addAll(spellings(access)));
    return all;
  }

  private static Stream<JavaAccess<?>> references(JavaCodeUnit unit) {
    return Stream.concat(unit.getMethodReferencesFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream());
  }

  /** A member with its owner, with its parameters too, and with its parameters on whatever owner. */
  private static List<String> spellings(JavaAccess<?> access) {
    String member = access.getTarget().getName().replace("<init>", "new");
    String owned = access.getTargetOwner().getName() + "#" + member;
    if (access instanceof JavaCodeUnitAccess<?> call) {
      String parameters =
          call.getTarget().getRawParameterTypes().stream().map(JavaClass::getSimpleName).collect(Collectors.joining(","));
      return List.of(owned, owned + "(" + parameters + ")", "*#" + member + "(" + parameters + ")");
    }
    return List.of(owned);
  }
}
