package io.sagescale.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiled classes under one base package, each in its room: the package segment below the base, or the root itself. */
record House(String base, JavaClasses classes) {
  static final String ROOT = "(root)";

  private static final House OURS =
      new House(
          "io.sagescale",
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
              .importPackages("io.sagescale"));

  /** What this project ships. */
  static House ours() {
    return OURS;
  }

  /** The classes of a folder, for rules that are tried on planted code. */
  static House in(Path folder, String base) {
    return new House(base, new ClassFileImporter().importPath(folder));
  }

  /** Whether the class stands in any room of this house. */
  boolean owns(JavaClass type) {
    return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
  }

  String room(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(base)) {
      return ROOT;
    }
    String below = name.substring(base.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  /** The rooms that hold at least one class of their own, in the order of their names. */
  Set<String> rooms() {
    return classes.stream()
        .filter(this::owns)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .map(this::room)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
