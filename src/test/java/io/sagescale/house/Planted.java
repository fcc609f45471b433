package io.sagescale.house;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Source texts compiled into a folder, so that a rule can be shown code that breaks it. */
final class Planted {
  /** The base package of planted code; its rooms have the names of ours. */
  static final String BASE = "planted";

  private Planted() {}

  /** Compiles sources by their fully qualified type names and reads back the house they make. */
  static House house(Path folder, Map<String, String> sources) throws IOException {
    var files = new ArrayList<Path>();
    for (var source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-nowarn", "-Xlint:none"));
      options.addAll(List.of("--limit-modules", "java.base,java.net.http")); // packages of other modules are free to be planted
      var units = manager.getJavaFileObjectsFromPaths(files);
      if (!compiler.getTask(said, manager, null, options, null, units).call()) {
        throw new IllegalStateException("planted code does not compile: " + said);
      }
    }
    return House.in(classes, BASE);
  }

  /** The package of a room of planted code. */
  static String packageOf(String room) {
    return room.equals(House.ROOT) ? BASE : BASE + "." + room;
  }
}
