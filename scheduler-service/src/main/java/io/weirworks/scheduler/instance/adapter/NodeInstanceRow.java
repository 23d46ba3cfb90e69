package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.instance.NodeInstance;
import org.jspecify.annotations.Nullable;

/** A node instance as it is stored: what decisions need, and what is shown besides. */
public record NodeInstanceRow(NodeInstance instance, NodeProfile profile, NodeProgress progress) {

  static NodeInstanceRow evolve(@Nullable NodeInstanceRow before, NodeInstanceChange change) {
    return switch (change) {
      case NodeInstanceChange.Created(var instance, NodeProfile profile, var blockedBy) ->
          new NodeInstanceRow(
              instance, profile, NodeProgress.created(instance, blockedBy, profile.createdAt()));
      case NodeInstanceChange.Happened(var event, var at) -> {
        if (before == null) {
          throw new IllegalStateException(event + " of a node instance that does not exist");
        }
        NodeInstance after = before.instance.evolve(event);
        yield new NodeInstanceRow(after, before.profile, before.progress.after(event, after, at));
      }
    };
  }
}
