package io.weirworks.registry.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node's part in the control flow of its workflow.
 *
 * @param inputs values that it reads from direct upstream nodes
 * @param arms the arms by which it hangs on branches
 * @param ignoresBranchSkip it runs although a branch left its upstream out
 * @param loopNodeId the loop that it is inside; null: it is in none
 */
public record Steering(
    NodeControl control,
    List<Input> inputs,
    List<Arm> arms,
    boolean ignoresBranchSkip,
    @Nullable String loopNodeId) {
  /** Of a node outside of all control flow. */
  public static final Steering NONE =
      new Steering(new NodeControl.None(), List.of(), List.of(), false, null);

  /** A value of an upstream node: the name under which it is read, and its name there. */
  public record Input(String name, String nodeId, String output) {}

  /** The arm of a branch. */
  public record Arm(String nodeId, String output) {}

  public Steering {
    inputs = List.copyOf(inputs);
    arms = List.copyOf(arms);
  }
}
