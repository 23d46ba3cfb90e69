package io.weirworks.executor.runner.adapter;

import io.weirworks.executor.nodetype.NodeEngine;
import io.weirworks.executor.nodetype.NodeWork;
import jakarta.inject.Singleton;
import java.util.List;

/** What this runner runs nodes with, in the order in which it is asked. */
@Singleton
final class NodeEngines {

  private final List<NodeEngine> all;

  NodeEngines(List<NodeEngine> all) {
    this.all = List.copyOf(all);
  }

  /**
   * The first that takes the node.
   *
   * @throws IllegalStateException where none does: one is to take what no other takes
   */
  NodeEngine of(NodeWork work) {
    return all.stream()
        .filter(engine -> engine.takes(work))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing runs nodes of " + work.type()));
  }
}
