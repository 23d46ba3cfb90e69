package io.weirworks.scheduler.dependency;

/** What a node is defined to depend on (dataworks-semantics 1.7), names already resolved. */
public sealed interface NodeDependency {

  /** Another node, in the same cycle. */
  record OnSameCycle(NodeKey upstream) implements NodeDependency {}

  /** Itself, in the cycle before. */
  record OnItself() implements NodeDependency {}

  /** Every node that directly depends on it, in the cycle before. */
  record OnChildren() implements NodeDependency {}

  /** Another node, in the cycle before. */
  record OnPreviousCycle(NodeKey upstream) implements NodeDependency {}

  /** An output in the same cycle that no node has: there is nothing to wait for. */
  record OnUnknownOutput(String output) implements NodeDependency {}
}
