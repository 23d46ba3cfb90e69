package io.weirworks.standalone.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The programs of the services and where their classes lie.
 *
 * @param classPath absolute entries, separated by {@link File#pathSeparator}
 * @param all also those whose classes are not there
 */
public record Programs(String classPath, List<ServiceProgram> all) {

  public Programs {
    all = List.copyOf(all);
  }

  /** These programs, on the class path of the running JVM. */
  public static Programs onOurClassPath(List<ServiceProgram> all) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new Programs(classPath, all);
  }

  /** Those whose main class is there; a service that is not is not started. */
  List<ServiceProgram> installed() {
    return all.stream().filter(Programs::isThere).toList();
  }

  private static boolean isThere(ServiceProgram program) {
    String file = program.mainClass().replace('.', '/') + ".class";
    return ClassLoader.getSystemResource(file) != null;
  }
}
