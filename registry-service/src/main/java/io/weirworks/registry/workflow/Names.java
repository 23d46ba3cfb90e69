package io.weirworks.registry.workflow;

import java.util.regex.Pattern;

/**
 * Naming rules inside a workspace. The reference asks only that a node's name is not empty (1.3);
 * since names become outputs ({@code workspace.name}), parts of texts and of paths, they are
 * letters of any script, digits, underscore, hyphen and dot.
 */
final class Names {
  static final String RULE =
      "1 to 128 letters, digits, '_', '-' or '.', beginning with a letter, digit or '_'";
  static final String PARAMETER_RULE = "1 to 128 letters, digits or underscores";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,127}");
  private static final Pattern PARAMETER = Pattern.compile("\\w{1,128}");

  private Names() {}

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** dataworks-semantics 2.7. */
  static boolean isParameterName(String text) {
    return PARAMETER.matcher(text).matches();
  }
}
