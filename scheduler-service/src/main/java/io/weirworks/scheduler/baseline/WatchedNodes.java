package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import java.util.List;
import java.util.Optional;

/** All nodes that have instances by the clock, as they are now. */
public interface WatchedNodes {

  /** A node; nothing where it has no timetable, or is no more. */
  Optional<WatchedNode> find(NodeKey node);

  /** The nodes that a task stands for, those inside loops apart. */
  List<NodeKey> of(BaselineTask task);

  /** What the matching rules ask. */
  NodeSchedules schedules();
}
