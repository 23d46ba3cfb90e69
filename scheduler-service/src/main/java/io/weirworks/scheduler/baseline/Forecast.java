package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the last task of a baseline's instance ends (dataworks-semantics 5.6).
 *
 * @param tasks how many instances its tasks have; 0: there is nothing to end
 * @param finish null: that cannot be predicted
 * @param ended all of them have succeeded, so that the finish is a fact
 * @param keyPath the longest path, in order of time, at most its last {@link #LONGEST_PATH} steps
 */
public record Forecast(int tasks, @Nullable Instant finish, boolean ended, List<PathStep> keyPath) {

  /** Steps of a path that are shown. */
  static final int LONGEST_PATH = 100;

  /** Nothing is known yet. */
  static final Forecast NONE = new Forecast(0, null, false, List.of());

  public Forecast {
    keyPath = List.copyOf(keyPath);
  }

  /**
   * An instance on the path, which need not have been made.
   *
   * @param ended it has succeeded, so that its times are facts
   */
  public record PathStep(
      NodeInstanceId instance,
      WorkflowInstanceId workflowInstance,
      String workflow,
      String node,
      Instant scheduledTime,
      Instant startsAt,
      Instant finishesAt,
      boolean ended) {}

  BaselineStatus status(Instant now, Instant alert, Instant committed) {
    if (finish != null) {
      return BaselineStatus.of(finish, alert, committed);
    }
    return tasks == 0 ? BaselineStatus.ABNORMAL : BaselineStatus.ofUnknown(now, alert, committed);
  }
}
