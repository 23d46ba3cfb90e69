package io.weirworks.registry.identity;

import java.util.regex.Pattern;

/**
 * Names of workspaces (dataworks-semantics 10.4) and, where the reference states no rule of their
 * own, of computing resources.
 */
public final class SubjectName {
  /** The rule in words. */
  public static final String RULE = "1 to 64 Chinese characters, letters A-Z, digits, '-' or '_'";

  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9_-]{1,64}");

  private SubjectName() {}

  /** Whether {@code text} is such a name. */
  public static boolean isValid(String text) {
    return NAME.matcher(text).matches();
  }
}
