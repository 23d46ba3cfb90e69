package io.weirworks.standalone.follow;

import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.topics.Decoder;
import io.weirworks.standalone.topics.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Follows a flow by the scheduler's state topic. Opened before the flow is asked for. */
public final class FlowFollower implements AutoCloseable {

  /** How long the state of a node may come after that of the whole: they are coalesced apart. */
  private static final Duration REST = Duration.ofSeconds(3);

  private final TopicReader states;
  private final Decoder decoder = new Decoder();

  /** Sees what is told from now on. */
  public FlowFollower(String bootstrapServers) {
    this.states =
        TopicReader.of(bootstrapServers, List.of(Service.SCHEDULER.topic(TopicKind.STATE)));
    states.toEnd();
  }

  /**
   * Returns when it has ended.
   *
   * @param root id of the workflow instance or the backfill
   */
  public FlowProgress follow(String root, FlowView view) {
    FlowProgress progress = new FlowProgress(root);
    while (!progress.ended()) {
      look(progress, view);
    }
    long last = System.nanoTime() + REST.toNanos();
    while (!progress.complete() && System.nanoTime() < last) {
      look(progress, view);
    }
    return progress;
  }

  private void look(FlowProgress progress, FlowView view) {
    List<SpecificRecord> changes = new ArrayList<>();
    states
        .poll()
        .forEach(record -> decoder.value(record).filter(progress::take).ifPresent(changes::add));
    view.show(progress, changes);
  }

  @Override
  public void close() {
    states.close();
  }
}
