package io.weirworks.registry.workflow;

import java.util.List;
import java.util.Set;

/** What a node steers (dataworks-semantics 1.8, 4). */
public sealed interface NodeControl {

  /** Nothing. */
  record None() implements NodeControl {}

  /**
   * Chooses among arms.
   *
   * @param all all arms that hold are chosen, not only the first
   */
  record Branch(List<BranchArm> arms, boolean all) implements NodeControl {
    public Branch {
      arms = List.copyOf(arms);
    }
  }

  /** One way: a condition, and the output by which nodes hang on it. */
  record BranchArm(String condition, String output, String description) {}

  /** How an arm's task can end. */
  enum ArmEnd {
    SUCCESS,
    NOT_RUN,
    FAILURE
  }

  /** Waits for the ends of arms. */
  record Join(List<JoinArm> arms, String logic) implements NodeControl {
    public Join {
      arms = List.copyOf(arms);
    }
  }

  /** One task, under its name in the logic. */
  record JoinArm(String name, String nodeId, Set<ArmEnd> accepted) {
    public JoinArm {
      accepted = Set.copyOf(accepted);
    }
  }

  /**
   * Repeats the nodes inside it.
   *
   * @param endNodeId the node that ends each turn
   */
  record Loop(int maxIterations, int parallelism, String endNodeId) implements NodeControl {}
}
