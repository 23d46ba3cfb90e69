package io.weirworks.registry.workflow;

import java.util.regex.Pattern;

/**
 * The root of a workspace, on which top nodes hang: a function of time and no node
 * (dataworks-semantics 3.9, DESIGN 5), so an edge to it says nothing.
 */
final class WorkspaceRoot {
  private static final Pattern OUTPUT = Pattern.compile("[^.]+_root");

  private WorkspaceRoot() {}

  static boolean isOutput(String name) {
    return OUTPUT.matcher(name).matches();
  }
}
