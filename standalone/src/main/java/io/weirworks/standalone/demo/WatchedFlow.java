package io.weirworks.standalone.demo;

import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.follow.FlowProgress;
import io.weirworks.standalone.follow.FlowView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Shows a flow and looks after it: says once when a process of the platform has ended and when all
 * run again, and gives up where nothing moves. A flow itself survives the end of any process, and
 * is followed on as soon as the process is back.
 */
final class WatchedFlow implements FlowView {

  /** Longer than any node of the example, and than it takes somebody to call {@code up}. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final FlowView view;
  private final Supplier<List<String>> stopped;
  private final InstantSource clock;
  private @Nullable Instant moved;
  private Instant looked = Instant.MIN;
  private List<String> known = List.of();

  /**
   * @param stopped names of those processes of the platform that do not run
   */
  WatchedFlow(FlowView view, Supplier<List<String>> stopped, InstantSource clock) {
    this.view = view;
    this.stopped = stopped;
    this.clock = clock;
  }

  /**
   * Shows it.
   *
   * @throws StandaloneException {@code NO_PROGRESS}
   */
  @Override
  public void show(FlowProgress progress, List<SpecificRecord> changes) {
    view.show(progress, changes);
    Instant now = clock.instant();
    if (moved == null || !changes.isEmpty()) {
      moved = now;
    }
    if (Duration.between(moved, now).compareTo(PATIENCE) > 0) {
      throw new StandaloneException(
          StandaloneException.Code.NO_PROGRESS,
          "nothing has moved for %d minutes; 'weirworks status' shows what runs, 'weirworks instances' what waits"
              .formatted(PATIENCE.toMinutes()));
    }
    if (now.isAfter(looked.plus(LOOK_EVERY))) {
      looked = now;
      look();
    }
  }

  private void look() {
    List<String> now = stopped.get();
    if (now.equals(known)) {
      return;
    }
    known = now;
    note(
        now.isEmpty()
            ? "all processes run again"
            : "%s ended; 'weirworks up --detach' starts it again, and this goes on"
                .formatted(String.join(", ", now)));
  }

  @Override
  public void note(String line) {
    view.note(line);
  }
}
