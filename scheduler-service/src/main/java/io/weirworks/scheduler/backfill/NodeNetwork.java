package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.dependency.NodeKey;
import java.util.Set;

/** The nodes of all deployed workflows and which directly depends on which in the same cycle. */
public interface NodeNetwork {

  /** The nodes that directly depend on one, in whichever workflow. */
  Set<NodeKey> downstream(NodeKey node);
}
