package io.weirworks.standalone.runlog;

import io.weirworks.contract.executor.LogChunk;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.topics.Decoder;
import io.weirworks.standalone.topics.StateTopic;
import io.weirworks.standalone.topics.TopicReader;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints the log of one node instance, all its attempts. */
public final class RunLogs implements AutoCloseable {

  /** The runner's clock and the scheduler's may differ. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Polls without a piece after the instance's end: its last pieces may come after it. */
  private static final int QUIET_POLLS = 5;

  private final TopicReader states;
  private final TopicReader logs;
  private final StateTopic known = new StateTopic();
  private final Decoder decoder = new Decoder();
  private final String instance;
  private final LogText text = new LogText();
  private final PrintStream out;

  /**
   * Connects.
   *
   * @param instance id of a node instance
   */
  public RunLogs(String bootstrapServers, String instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
    this.states =
        TopicReader.of(bootstrapServers, List.of(Service.SCHEDULER.topic(TopicKind.STATE)));
    this.logs = TopicReader.of(bootstrapServers, List.of(Service.EXECUTOR.topic(TopicKind.LOGS)));
  }

  /**
   * Prints what there is, and with {@code follow} what comes until the instance has ended.
   *
   * @param clockOffset of the platform: times in state records are shifted by it
   * @throws StandaloneException {@code NOT_FOUND}
   */
  public void print(boolean follow, Duration clockOffset) {
    states.readToEnd(known::take);
    Instant made = required().getCreatedAt().minus(clockOffset).minus(MARGIN);
    logs.toTime(made);
    logs.readToEnd(this::print);
    out.flush();
    int quiet = 0;
    while (follow && quiet < QUIET_POLLS && !out.checkError()) {
      states.poll().forEach(known::take);
      List<ArrivedRecord> pieces = logs.poll();
      pieces.forEach(this::print);
      out.flush();
      quiet = pieces.isEmpty() && required().getEndedAt() != null ? quiet + 1 : 0;
    }
  }

  private void print(ArrivedRecord record) {
    decoder
        .value(record)
        .filter(LogChunk.class::isInstance)
        .map(LogChunk.class::cast)
        .filter(piece -> piece.getNodeInstanceId().equals(instance))
        .ifPresent(piece -> out.writeBytes(text.add(piece)));
  }

  private NodeInstanceState required() {
    return find().orElseThrow(this::unknown);
  }

  private Optional<NodeInstanceState> find() {
    return known
        .all(NodeInstanceState.class)
        .filter(node -> node.getNodeInstanceId().equals(instance))
        .findFirst();
  }

  private StandaloneException unknown() {
    boolean whole =
        known
            .all(WorkflowInstanceState.class)
            .anyMatch(found -> found.getWorkflowInstanceId().equals(instance));
    String nodes =
        known
            .all(NodeInstanceState.class)
            .filter(node -> node.getWorkflowInstanceId().equals(instance))
            .map(node -> node.getNode() + " " + node.getNodeInstanceId())
            .collect(Collectors.joining(", "));
    return new StandaloneException(
        StandaloneException.Code.NOT_FOUND,
        whole
            ? "%s is a workflow instance; its node instances have logs: %s"
                .formatted(instance, nodes)
            : "no node instance '%s' is known; see: weirworks instances".formatted(instance));
  }

  @Override
  public void close() {
    states.close();
    logs.close();
  }
}
