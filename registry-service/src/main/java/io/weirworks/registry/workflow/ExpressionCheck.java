package io.weirworks.registry.workflow;

import java.util.Optional;

/**
 * Judges a scheduling-parameter expression such as {@code $[yyyymmdd-1]} (dataworks-semantics 2).
 * Handed in: the evaluator belongs to the scheduler.
 */
@FunctionalInterface
public interface ExpressionCheck {

  /**
   * What would be right, as a phrase that follows "expected", if {@code expression} is wrong;
   * nothing if it can be evaluated.
   */
  Optional<String> fault(String expression);
}
