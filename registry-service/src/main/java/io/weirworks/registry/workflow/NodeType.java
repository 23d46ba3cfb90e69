package io.weirworks.registry.workflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The node types that can be deployed now, under their command names and codes (dataworks-semantics
 * 1.9).
 */
public enum NodeType {
  /** Zero-load: runs nothing, joins and parts dependencies. */
  VIRTUAL(99),
  /** Spark SQL statements. */
  EMR_SPARK_SQL(229),
  /** A spark-submit command line. */
  EMR_SPARK(228),
  /** A shell script with the cluster's clients; parameters as {@code ${name}}. */
  EMR_SHELL(257),
  /** A common shell script; parameters as {@code $1}, {@code $2}. */
  DIDE_SHELL(6);

  private static final Set<String> SQL = Set.of("spark-sql", "sql");
  private static final Set<String> SHELL =
      Set.of("shell-script", "odps-shell", "shell", "bash", "sh");

  private final int code;

  NodeType(int code) {
    this.code = code;
  }

  /** The vendor's numeric code ({@code commandTypeId}). */
  public int code() {
    return code;
  }

  /** Whether nodes of this type carry code. */
  public boolean hasContent() {
    return this != VIRTUAL;
  }

  /** Whether parameters are taken by position instead of by name (dataworks-semantics 2.7). */
  public boolean takesPositionalParameters() {
    return this == DIDE_SHELL;
  }

  /**
   * Languages that agree with the command (dataworks-semantics 1.4); empty where there is no code.
   */
  Set<String> languages() {
    return switch (this) {
      case VIRTUAL -> Set.of();
      case EMR_SPARK_SQL -> SQL;
      case EMR_SPARK, EMR_SHELL, DIDE_SHELL -> SHELL;
    };
  }

  static Optional<NodeType> named(String command) {
    return Arrays.stream(values()).filter(type -> type.name().equals(command)).findFirst();
  }

  static Optional<NodeType> coded(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
