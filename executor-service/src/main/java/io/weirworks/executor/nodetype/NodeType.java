package io.weirworks.executor.nodetype;

import java.util.Arrays;
import java.util.Optional;

/** The node types that the executor runs, by their DataWorks command (dataworks-semantics 1.9). */
public enum NodeType {
  DIDE_SHELL,
  EMR_SHELL,
  EMR_SPARK_SQL,
  EMR_SPARK;

  /** Empty for a command that is not run here. */
  public static Optional<NodeType> of(String command) {
    return Arrays.stream(values()).filter(t -> t.name().equals(command)).findFirst();
  }
}
