package io.weirworks.standalone.platform;

import java.lang.reflect.InvocationTargetException;

/**
 * Several services in one JVM: runs the main class of each, one after the other (in parallel they
 * are not ready sooner, platform 7). What a main class starts ends with the JVM.
 */
public final class ServicesMain {

  private ServicesMain() {}

  /** Arguments: main classes. One that fails ends the JVM: all of them, or none. */
  public static void main(String[] mainClasses) throws ReflectiveOperationException {
    for (String mainClass : mainClasses) {
      try {
        Class.forName(mainClass)
            .getMethod("main", String[].class)
            .invoke(null, (Object) new String[0]);
      } catch (InvocationTargetException e) {
        System.err.println(mainClass + " did not start");
        e.printStackTrace();
        System.exit(1);
      }
    }
  }
}
