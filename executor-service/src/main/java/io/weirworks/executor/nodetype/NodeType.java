package io.weirworks.executor.nodetype;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The node types that the executor runs, by their DataWorks command (dataworks-semantics 1.9). */
public enum NodeType {
  DIDE_SHELL,
  EMR_SHELL,
  EMR_SPARK_SQL,
  EMR_SPARK,
  PYTHON,
  CHECK_NODE;

  /** Commands whose code is of the language that the node says (dataworks-semantics 4.2, 4.6). */
  private static final Set<String> OF_A_LANGUAGE =
      Set.of("CONTROLLER_ASSIGNMENT", "CONTROLLER_CYCLE_END");

  /**
   * What runs a command's code; empty where it is not run here.
   *
   * @param language of an assignment node or a loop's END; null: a shell
   */
  public static Optional<NodeType> of(String command, @Nullable String language) {
    return OF_A_LANGUAGE.contains(command)
        ? Optional.of(ofLanguage(language == null ? "" : language))
        : named(command);
  }

  /** The node type of this name. */
  static Optional<NodeType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  private static NodeType ofLanguage(String language) {
    if (language.startsWith("python")) {
      return PYTHON;
    }
    return language.endsWith("sql") ? EMR_SPARK_SQL : EMR_SHELL;
  }
}
