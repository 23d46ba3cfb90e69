package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node instance as it is stored: what decisions need, and what is shown besides. */
public record NodeInstanceRow(NodeInstance instance, NodeProfile profile, NodeProgress progress) {

  /** Ids of the upstream instances that it waits for. */
  public List<String> blockedBy() {
    return progress.blockedBy();
  }

  /** Why it has not ended, as of its last change; null: it has. */
  public @Nullable Wait waiting() {
    return progress.waiting();
  }

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
