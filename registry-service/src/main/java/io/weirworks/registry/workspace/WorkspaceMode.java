package io.weirworks.registry.workspace;

import java.util.Arrays;
import java.util.Optional;

/** Whether development and production are apart (dataworks-semantics 3.11). */
public enum WorkspaceMode {
  /** One environment. */
  BASIC,
  /** Development and production apart. */
  STANDARD;

  static Optional<WorkspaceMode> named(String text) {
    return Arrays.stream(values()).filter(mode -> mode.name().equalsIgnoreCase(text)).findFirst();
  }
}
