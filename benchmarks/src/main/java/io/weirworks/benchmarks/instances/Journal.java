package io.weirworks.benchmarks.instances;

import io.weirworks.contract.executor.RunQueued;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.scheduler.InstancesGenerated;
import io.weirworks.contract.scheduler.NodeInstanceCreated;
import io.weirworks.contract.scheduler.NodeInstanceDispatched;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.contract.scheduler.WorkflowScheduled;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** What the topics held of one workload, read after its end: for the books and for the phases. */
final class Journal {

  private final RecordReader reader;
  private final Map<String, Long> records = new TreeMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, Instant> asked = new HashMap<>();
  private final Map<String, Flow> flows = new HashMap<>();
  private final Map<String, Life> lives = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  /** When an instance of a workflow was asked for and when it was there. */
  record Flow(Instant asked, Instant created) {}

  Journal(RecordReader reader) {
    this.reader = reader;
  }

  /** Records by topic. */
  Map<String, Long> records() {
    return records;
  }

  Map<String, Flow> flows() {
    return flows;
  }

  Collection<Life> lives() {
    return lives.values();
  }

  /** Takes a record that only counts. */
  void count(String topic) {
    records.merge(topic, 1L, Long::sum);
  }

  /** Takes a record, each topic in the order of its partitions, commands first. */
  void take(ArrivedRecord record) {
    count(record.topic());
    if (reader.read(record)
        instanceof Reading.Understood(Envelope envelope, SpecificRecord value)) {
      follow(envelope, record);
      take(envelope, value);
    } else {
      broken.add(record + " cannot be read");
    }
  }

  /** I4: what is told of a subject counts on without gap or repeat. */
  private void follow(Envelope envelope, ArrivedRecord record) {
    if (envelope.sequence() > 0) {
      Long before = sequences.put(envelope.source() + envelope.subject(), envelope.sequence());
      if (envelope.sequence() != (before == null ? 1 : before + 1)) {
        broken.add(record + " is number " + envelope.sequence() + " after " + before);
      }
    }
  }

  private void take(Envelope envelope, SpecificRecord value) {
    Instant at = envelope.time();
    switch (value) {
      case RunWorkflow _ -> asked.put(envelope.id(), at);
      case WorkflowInstanceCreated it ->
          flows.put(
              it.getWorkflowInstanceId(),
              new Flow(asked.getOrDefault(envelope.causationId(), at), at));
      case NodeInstanceCreated it ->
          lives.put(
              it.getNodeInstanceId(),
              new Life(it.getWorkflowInstanceId(), Shape.index(it.getNode())));
      case NodeInstanceDispatched it -> life(it.getNodeInstanceId()).dispatched = at;
      case NodeInstanceSucceeded it -> life(it.getNodeInstanceId()).ends++;
      case RunQueued it -> life(it.getNodeInstanceId()).queued = at;
      case RunSucceeded it -> {
        Life life = life(it.getNodeInstanceId());
        life.runEnded = at;
        life.runEnds++;
        life.run = NoOpRun.parse(String.valueOf(it.getEngineApplicationId()));
      }
      case WorkflowInstanceCompleted _, WorkflowScheduled _, InstancesGenerated _ -> {}
      default -> broken.add("unexpected " + value.getSchema().getName() + " of " + envelope.id());
    }
  }

  private Life life(String id) {
    return lives.computeIfAbsent(id, _ -> new Life("", 0));
  }

  /**
   * Balances the books.
   *
   * @throws IllegalStateException where an instance is missing, ended twice or was told with a gap
   */
  void balance(int workflowInstances, int nodeInstances) {
    long halves = lives.values().stream().filter(life -> !life.isWhole()).count();
    if (flows.size() != workflowInstances
        || lives.size() != nodeInstances
        || halves > 0
        || !broken.isEmpty()) {
      throw new IllegalStateException(
          "the books do not balance: %d of %d workflow instances, %d of %d node instances, %d not"
                  .formatted(flows.size(), workflowInstances, lives.size(), nodeInstances, halves)
              + " carried through once; "
              + broken.stream().limit(5).toList());
    }
  }
}
