package io.weirworks.executor.nodetype;

import io.weirworks.executor.engine.Engine;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.RunFiles;
import java.time.Instant;

/**
 * One way of running nodes: which nodes it takes, what it makes of their code, and the engine that
 * runs it. A runner asks all that it has in their order and the first that takes a node runs it, so
 * that a computing resource or node type of another kind is one more of these (DESIGN 6).
 */
public interface NodeEngine {

  /** Whether it runs this node; the same answer for the same node, also after a restart. */
  boolean takes(NodeWork work);

  /** Where it runs. */
  Engine engine();

  /**
   * What the engine is to run for this node, or why it cannot; may block until what it needs is
   * there.
   *
   * @param now from which times of the node count
   */
  Plan plan(NodeWork work, EngineTag tag, Instant now);

  /** What the run of this tag leaves on this host. */
  RunFiles files(EngineTag tag);
}
