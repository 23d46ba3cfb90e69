package io.weirworks.registry.flowspec;

import java.util.regex.Pattern;

/** How places in a document are named to its writer. */
public final class JsonPaths {
  private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

  private JsonPaths() {}

  public static String child(String path, String key) {
    return PLAIN_KEY.matcher(key).matches() ? path + "." + key : path + "['" + key + "']";
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
