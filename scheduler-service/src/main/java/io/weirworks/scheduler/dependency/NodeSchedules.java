package io.weirworks.scheduler.dependency;

import java.util.List;
import java.util.Optional;

/** All nodes that have instances by the clock, in whichever workflow they are. */
public interface NodeSchedules {

  /** A node's instances; nothing where it has no timetable, as one of a manual workflow. */
  Optional<Plans> find(NodeKey node);

  /** The nodes that directly depend on it in the same cycle. */
  List<NodeKey> children(NodeKey node);
}
