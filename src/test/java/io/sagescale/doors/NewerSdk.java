package io.sagescale.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A newer mix of the AWS SDK for Java, apart from the one that we build with: our codec and the teller run on it unchanged. */
final class NewerSdk extends URLClassLoader implements Teller {
  /** Written by the build. */
  private static final Path CLASS_PATH = Path.of("target", "sdk-newer.classpath");

  private static final List<String> APART =
      List.of("software.amazon.awssdk.", "io.sagescale.wire.", SdkTeller.class.getName());

  private final Object teller;
  private final Method ask;

  private NewerSdk(URL[] path, URI engine) throws ReflectiveOperationException {
    super(path, NewerSdk.class.getClassLoader());
    Class<?> type = loadClass(SdkTeller.class.getName());
    teller = type.getConstructor(URI.class).newInstance(engine);
    ask = type.getMethod("ask", String.class, String.class, JsonNode.class);
  }

  static NewerSdk at(URI engine) throws IOException, ReflectiveOperationException {
    List<URL> path = new ArrayList<>();
    for (String place : Files.readString(CLASS_PATH).strip().split(File.pathSeparator)) {
      path.add(Path.of(place).toUri().toURL());
    }
    path.add(Path.of("target", "classes").toUri().toURL());
    path.add(Path.of("target", "test-classes").toUri().toURL());
    return new NewerSdk(path.toArray(URL[]::new), engine);
  }

  @Override
  public JsonNode ask(String service, String operation, JsonNode input) throws Exception {
    return (JsonNode) ask.invoke(teller, service, operation, input);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (APART.stream().noneMatch(name::startsWith)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  /** Version of the SDK's core that was found. */
  String version() throws ReflectiveOperationException {
    return (String) loadClass("software.amazon.awssdk.core.util.VersionInfo").getField("SDK_VERSION").get(null);
  }
}
