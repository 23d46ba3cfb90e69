package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.decision.Rejection;
import java.util.List;

/** What was decided for a workflow instance and its node instances. */
public sealed interface WorkflowInstanceDecision {

  /**
   * Accepted.
   *
   * @param facts what happens, in order; subjects are interleaved
   * @param effects what follows from the facts, in order
   * @param rest what is left for the next transaction; nothing else of the workflow instance may be
   *     decided before it is done
   */
  record Accepted(List<Fact> facts, List<Effect> effects, List<Step> rest)
      implements WorkflowInstanceDecision {
    public Accepted {
      facts = List.copyOf(facts);
      effects = List.copyOf(effects);
      rest = List.copyOf(rest);
    }
  }

  /** Refused; nothing changed. */
  record Rejected(Rejection rejection) implements WorkflowInstanceDecision {}
}
