package io.weirworks.registry.workflow;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  DIDE_SHELL(6),
  /** Hands the value that its code puts out to its direct downstream. */
  CONTROLLER_ASSIGNMENT(1100),
  /** Chooses among its arms. */
  CONTROLLER_BRANCH(1101),
  /** Waits for arms, whatever became of them. */
  CONTROLLER_JOIN(1102),
  /** Do-while. */
  CONTROLLER_CYCLE(1103),
  /** Start of each turn of a do-while. */
  CONTROLLER_CYCLE_START(1104),
  /** End of each turn of a do-while: its code says True or False. */
  CONTROLLER_CYCLE_END(1105),
  /** For-each. */
  CONTROLLER_TRAVERSE(1106),
  /** Start of each turn of a for-each. */
  CONTROLLER_TRAVERSE_START(1107),
  /** End of each turn of a for-each. */
  CONTROLLER_TRAVERSE_END(1108),
  /** HTTP trigger: waits for a signal. */
  SCHEDULER_TRIGGER(1114),
  /** Hands on constants, expressions and values of others. */
  PARAM_HUB(1115),
  /** Looks for one object again and again until it is there; its code is not published. */
  CHECK_NODE();

  private static final Set<String> SQL = Set.of("spark-sql", "sql");
  private static final Set<String> SHELL =
      Set.of("shell-script", "odps-shell", "shell", "bash", "sh");
  private static final Set<String> JSON = Set.of("json");
  private static final Set<String> ANY =
      Stream.of(SQL, SHELL, Set.of("python", "python2", "python3"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Names that texts use, read but not written (dataworks-semantics 13 row 2). */
  private static final Map<String, NodeType> ALIASES = Map.of("HTTP_TRIGGER", SCHEDULER_TRIGGER);

  private final OptionalInt code;

  NodeType(int code) {
    this.code = OptionalInt.of(code);
  }

  NodeType() {
    this.code = OptionalInt.empty();
  }

  /** The vendor's numeric code ({@code commandTypeId}); empty: the vendor has not published it. */
  public OptionalInt code() {
    return code;
  }

  /** Whether nodes of this type carry code. */
  public boolean hasContent() {
    return !languages().isEmpty();
  }

  /** Whether parameters are taken by position instead of by name (dataworks-semantics 2.7). */
  public boolean takesPositionalParameters() {
    return this == DIDE_SHELL;
  }

  /** Whether the code's language is the node's choice; without one it is a shell's. */
  boolean isOfAnyLanguage() {
    return this == CONTROLLER_ASSIGNMENT || this == CONTROLLER_CYCLE_END;
  }

  /** Whether it repeats the nodes inside it. */
  boolean isLoop() {
    return this == CONTROLLER_CYCLE || this == CONTROLLER_TRAVERSE;
  }

  /** Whether it begins or ends each turn of a loop, so that it stands inside one only. */
  boolean isLoopEdge() {
    return switch (this) {
      case CONTROLLER_CYCLE_START,
          CONTROLLER_CYCLE_END,
          CONTROLLER_TRAVERSE_START,
          CONTROLLER_TRAVERSE_END ->
          true;
      case VIRTUAL,
          EMR_SPARK_SQL,
          EMR_SPARK,
          EMR_SHELL,
          DIDE_SHELL,
          CONTROLLER_ASSIGNMENT,
          CONTROLLER_BRANCH,
          CONTROLLER_JOIN,
          CONTROLLER_CYCLE,
          CONTROLLER_TRAVERSE,
          SCHEDULER_TRIGGER,
          PARAM_HUB,
          CHECK_NODE ->
          false;
    };
  }

  /**
   * Languages that agree with the command (dataworks-semantics 1.4); empty where there is no code.
   */
  Set<String> languages() {
    return switch (this) {
      case EMR_SPARK_SQL -> SQL;
      case EMR_SPARK, EMR_SHELL, DIDE_SHELL -> SHELL;
      case CONTROLLER_ASSIGNMENT, CONTROLLER_CYCLE_END -> ANY;
      case CHECK_NODE -> JSON;
      case VIRTUAL,
          CONTROLLER_BRANCH,
          CONTROLLER_JOIN,
          CONTROLLER_CYCLE,
          CONTROLLER_CYCLE_START,
          CONTROLLER_TRAVERSE,
          CONTROLLER_TRAVERSE_START,
          CONTROLLER_TRAVERSE_END,
          SCHEDULER_TRIGGER,
          PARAM_HUB ->
          Set.of();
    };
  }

  static Optional<NodeType> named(String command) {
    return Arrays.stream(values())
        .filter(type -> type.name().equals(command))
        .findFirst()
        .or(() -> Optional.ofNullable(ALIASES.get(command)));
  }

  static Optional<NodeType> coded(int code) {
    return Arrays.stream(values())
        .filter(type -> type.code.equals(OptionalInt.of(code)))
        .findFirst();
  }
}
