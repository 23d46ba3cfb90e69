package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.CONFLICTING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.FLINK_NOT_SUPPORTED;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.NODE_TYPE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_NODE_TYPE;

import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.SpecRuntime;
import io.weirworks.registry.flowspec.SpecScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the runnable node types a script's command names (dataworks-semantics 1.9). */
final class NodeTypeCheck {
  private static final String RUNNABLE =
      Arrays.stream(NodeType.values()).map(NodeType::name).collect(Collectors.joining(", "));

  private final Problems problems;

  NodeTypeCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * The node type, or nothing and a problem that tells unknown, not supported and not yet supported
   * apart.
   */
  @Nullable NodeType type(@Nullable SpecScript script, String path) {
    SpecRuntime runtime = script == null ? null : script.runtime();
    String command = runtime == null ? null : runtime.command();
    Integer code = runtime == null ? null : runtime.commandTypeId();
    String commandPath = path + ".runtime.command";
    if (command == null) {
      NodeType coded = code == null ? null : NodeType.coded(code).orElse(null);
      if (coded == null) {
        problems.add(MISSING_VALUE, commandPath, "", "the node type, one of " + RUNNABLE);
      }
      return coded;
    }
    Optional<NodeType> named = NodeType.named(command);
    if (named.isEmpty()) {
      refuse(command, commandPath);
    } else if (code != null && named.get().code().orElse(code) != code) {
      String expected =
          named.get().code().getAsInt() + ", the code of " + command + ", or only one of both";
      problems.add(CONFLICTING_VALUE, path + ".runtime.commandTypeId", code.toString(), expected);
    }
    return named.orElse(null);
  }

  private void refuse(String command, String path) {
    if (command.toUpperCase(Locale.ROOT).contains("FLINK")) {
      problems.add(FLINK_NOT_SUPPORTED, path, command, "a batch node type such as EMR_SPARK_SQL");
    } else if (DataWorksCommands.ALL.contains(command)) {
      problems.add(NODE_TYPE_NOT_SUPPORTED_YET, path, command, "one of " + RUNNABLE);
    } else {
      problems.add(
          UNKNOWN_NODE_TYPE,
          path,
          command,
          () -> "one of " + RUNNABLE + NearMatches.hint(command, DataWorksCommands.ALL));
    }
  }
}
