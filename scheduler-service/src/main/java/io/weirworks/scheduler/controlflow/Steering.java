package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.identity.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node's part in the control flow of its workflow.
 *
 * @param outputRule what becomes of its run's output
 * @param outputs names under which it hands values on; of a run's output the first
 * @param bindings values that it reads from direct upstream nodes
 * @param arms by upstream branch, the outputs of it by which the node hangs on it
 * @param ignoresSkip it runs although a branch left its upstream out (ignoreBranchConditionSkip)
 * @param loop the node that it is inside; null: it is in none
 */
public record Steering(
    Control control,
    OutputRule outputRule,
    List<String> outputs,
    List<Binding> bindings,
    Map<NodeId, Set<String>> arms,
    boolean ignoresSkip,
    @Nullable NodeId loop) {
  /** Of a node outside of all control flow. */
  public static final Steering NONE =
      new Steering(
          new Control.None(), OutputRule.NONE, List.of(), List.of(), Map.of(), false, null);

  public Steering {
    outputs = List.copyOf(outputs);
    bindings = List.copyOf(bindings);
    arms = Map.copyOf(arms);
  }

  /** Whether it is dry-run when a branch leaves out one of its upstream nodes. */
  public boolean inheritsSkip() {
    return !ignoresSkip && !(control instanceof Control.Meet);
  }
}
