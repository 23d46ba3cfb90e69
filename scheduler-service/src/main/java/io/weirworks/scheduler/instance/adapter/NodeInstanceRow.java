package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.Wait;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node instance as it is stored: what decisions need, and what is shown besides.
 *
 * @param waiters of other workflow instances, which are told how it stands whenever that changes
 */
public record NodeInstanceRow(
    NodeInstance instance, NodeProfile profile, NodeProgress progress, List<Waiter> waiters) {
  public NodeInstanceRow {
    waiters = List.copyOf(waiters);
  }

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
      case NodeInstanceChange.Created(
              var instance,
              NodeProfile profile,
              var blockedBy,
              var waiters) ->
          new NodeInstanceRow(
              instance,
              profile,
              NodeProgress.created(instance, blockedBy, profile.createdAt()),
              waiters);
      case NodeInstanceChange.AwaitedBy(Waiter waiter) -> {
        if (before == null) {
          throw new IllegalStateException(waiter + " waits for what does not exist");
        }
        yield new NodeInstanceRow(
            before.instance,
            before.profile,
            before.progress,
            Stream.concat(before.waiters.stream(), Stream.of(waiter)).distinct().toList());
      }
      case NodeInstanceChange.Happened(var event, var at) -> {
        if (before == null) {
          throw new IllegalStateException(event + " of a node instance that does not exist");
        }
        NodeInstance after = before.instance.evolve(event);
        yield new NodeInstanceRow(
            after, before.profile, before.progress.after(event, after, at), before.waiters);
      }
    };
  }
}
