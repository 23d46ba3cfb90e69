package io.weirworks.scheduler.dependency;

/** What a node is written to depend on (dataworks-semantics 1.7), before names are resolved. */
public sealed interface DeclaredDependency {

  /** Another node, in the same cycle. */
  record Normal(Upstream upstream) implements DeclaredDependency {}

  /** Its own cycle before. */
  record CrossCycleSelf() implements DeclaredDependency {}

  /** The cycle before of every node that directly depends on it. */
  record CrossCycleChildren() implements DeclaredDependency {}

  /** The cycle before of another node. */
  record CrossCycleOtherNode(Upstream upstream) implements DeclaredDependency {}

  /** How a node names another one. */
  sealed interface Upstream {
    /** By itself, inside a document. */
    record Node(NodeKey key) implements Upstream {}

    /** By its output, wherever it is. */
    record Output(String name) implements Upstream {}
  }
}
