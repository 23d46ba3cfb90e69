package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.identity.NodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a join accepts once each of its arms has ended for good (dataworks-semantics 4.5).
 *
 * @param logic over the names of the arms; an arm's name is true where its end is accepted
 */
public record Join(List<Arm> arms, String logic) {

  /** How an arm's task ended; the vendor's number. */
  public enum End {
    SUCCESS(1),
    /** A branch left it out. */
    NOT_RUN(2),
    FAILURE(3);

    private final int number;

    End(int number) {
      this.number = number;
    }

    /** As the vendor's {@code runStatus}. */
    public int number() {
      return number;
    }
  }

  /**
   * One arm.
   *
   * @param name in the logic
   * @param node its task: an upstream of the join
   */
  public record Arm(String name, NodeId node, Set<End> accepted) {
    public Arm {
      accepted = Set.copyOf(accepted);
    }
  }

  public Join {
    arms = List.copyOf(arms);
  }

  /** Whether the node is the task of an arm, so that its failure is an end like others. */
  public boolean waitsForEndOf(NodeId node) {
    return arms.stream().anyMatch(arm -> arm.node().equals(node));
  }

  /**
   * Why the join fails; empty: it is satisfied.
   *
   * @param ends of every arm's task
   */
  public Optional<Fault> judge(Map<NodeId, End> ends) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    for (Arm arm : arms) {
      names.put(arm.name(), arm.accepted().contains(end(ends, arm)));
    }
    return switch (Condition.holds(logic, names)) {
      case Verdict.Faulty<Boolean>(Fault fault) -> Optional.of(fault);
      case Verdict.Value<Boolean>(Boolean holds) ->
          holds ? Optional.empty() : Optional.of(notSatisfied(ends));
    };
  }

  private static End end(Map<NodeId, End> ends, Arm arm) {
    return Objects.requireNonNull(ends.get(arm.node()), "an arm that has not ended");
  }

  private Fault notSatisfied(Map<NodeId, End> ends) {
    String told =
        arms.stream()
            .map(
                arm ->
                    "%s (%s) ended as %s".formatted(arm.name(), arm.node().value(), end(ends, arm)))
            .collect(Collectors.joining(", "));
    return new Fault(
        FaultCode.JOIN_NOT_SATISFIED,
        "The join's logic '%s' does not hold: %s.".formatted(logic, told));
  }
}
