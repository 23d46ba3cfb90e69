package io.weirworks.scheduler.service;

import io.weirworks.contract.executor.OutputKind;
import io.weirworks.contract.executor.OutputValue;
import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.executor.RunQueued;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.StopRun;
import io.weirworks.messaging.Envelope;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;

/** Answers RunNode and StopRun on the topics, as a node's environment tells it to. */
final class FakeExecutor {

  /** Name of the environment variable that tells it what to do; absent: queue and succeed. */
  static final String BEHAVIOUR = "BEHAVIOUR";

  /** What each run of the node in its workflow instance prints last, parted by a bar. */
  static final String OUTPUT = "OUTPUT";

  static final String FAIL = "fail";
  static final String FAIL_ONCE = "fail-once";
  static final String TIME_OUT = "time-out";

  /** Start, and stay until it is released or stopped. */
  static final String HOLD = "hold";

  /** Say nothing until it is released. */
  static final String SILENT = "silent";

  private record Held(RunNode run, Envelope cause) {}

  private final Publisher publisher;
  private final List<RunNode> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Map<String, Long> sequences = new ConcurrentHashMap<>();
  private final Map<String, Integer> printed = new ConcurrentHashMap<>();

  FakeExecutor(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Runs that were asked for, repetitions included, in order of arrival. */
  List<RunNode> asked() {
    return asked;
  }

  synchronized void hear(Tape.Entry entry) {
    switch (entry.value()) {
      case RunNode run -> {
        asked.add(run);
        run(run, entry.envelope());
      }
      case StopRun stop -> {
        Held stopped = held.remove(stop.getRunId());
        if (stopped != null) {
          tell(stopped.run(), entry.envelope(), cancelled(stopped.run(), stop.getReason()));
        }
      }
      default -> {}
    }
  }

  private void run(RunNode run, Envelope cause) {
    String behaviour = run.getEnvironment().getOrDefault(BEHAVIOUR, "");
    if (behaviour.equals(SILENT)) {
      held.put(run.getRunId(), new Held(run, cause));
      return;
    }
    tell(run, cause, queued(run));
    switch (behaviour) {
      case FAIL -> tell(run, cause, failed(run, "NonZeroExit"));
      case TIME_OUT -> tell(run, cause, failed(run, "TimedOut"));
      case FAIL_ONCE ->
          tell(run, cause, run.getAttempt() == 1 ? failed(run, "NonZeroExit") : succeeded(run));
      case HOLD -> {
        tell(run, cause, started(run));
        held.put(run.getRunId(), new Held(run, cause));
      }
      default -> tell(run, cause, succeeded(run));
    }
  }

  /** Runs of a workflow that are held. */
  synchronized List<RunNode> held(String workflow) {
    return held.values().stream()
        .map(Held::run)
        .filter(run -> run.getWorkflow().equals(workflow))
        .toList();
  }

  /** Lets a held run succeed. */
  synchronized void release(RunNode run) {
    Held released = held.remove(run.getRunId());
    if (released != null) {
      tell(run, released.cause(), succeeded(run));
    }
  }

  private void tell(RunNode run, Envelope cause, SpecificRecord event) {
    publisher.tell(
        Service.EXECUTOR.topic(TopicKind.EVENTS),
        Service.EXECUTOR.source(),
        run.getWorkflowInstanceId(),
        run.getRunId(),
        sequences.merge(run.getRunId(), 1L, Long::sum),
        event,
        cause);
  }

  private static RunQueued queued(RunNode run) {
    return RunQueued.newBuilder()
        .setRunId(run.getRunId())
        .setAttempt(run.getAttempt())
        .setNodeInstanceId(run.getNodeInstanceId())
        .setWorkflowInstanceId(run.getWorkflowInstanceId())
        .setResourceGroup("default")
        .setPriority(run.getPriority())
        .setComputeUnitsMilli(250)
        .build();
  }

  private static RunStarted started(RunNode run) {
    return RunStarted.newBuilder()
        .setRunId(run.getRunId())
        .setAttempt(run.getAttempt())
        .setNodeInstanceId(run.getNodeInstanceId())
        .setWorkflowInstanceId(run.getWorkflowInstanceId())
        .setHolder("runner-1")
        .setEpoch(1)
        .setStartedAt(Instant.now())
        .build();
  }

  private Map<String, OutputValue> outputs(RunNode run) {
    String output = run.getEnvironment().get(OUTPUT);
    if (output == null) {
      return Map.of();
    }
    List<String> lines = List.of(output.split("\\|"));
    int turn = printed.merge(run.getWorkflowInstanceId() + run.getNodeId(), 1, Integer::sum);
    String line = lines.get(Math.min(turn, lines.size()) - 1);
    return Map.of(
        "outputs",
        OutputValue.newBuilder()
            .setKind(OutputKind.ELEMENTS)
            .setElements(List.of(line.split(",")))
            .build());
  }

  private RunSucceeded succeeded(RunNode run) {
    return RunSucceeded.newBuilder()
        .setRunId(run.getRunId())
        .setAttempt(run.getAttempt())
        .setNodeInstanceId(run.getNodeInstanceId())
        .setWorkflowInstanceId(run.getWorkflowInstanceId())
        .setWorkspaceId(run.getWorkspaceId())
        .setWorkspace(run.getWorkspace())
        .setWorkflowId(run.getWorkflowId())
        .setWorkflow(run.getWorkflow())
        .setNodeId(run.getNodeId())
        .setNode(run.getNode())
        .setCommand(run.getCommand())
        .setBizdate(run.getBizdate())
        .setExitCode(0)
        .setOutputs(outputs(run))
        .setStartedAt(Instant.now())
        .setEndedAt(Instant.now())
        .build();
  }

  private static RunFailed failed(RunNode run, String code) {
    return RunFailed.newBuilder()
        .setRunId(run.getRunId())
        .setAttempt(run.getAttempt())
        .setNodeInstanceId(run.getNodeInstanceId())
        .setWorkflowInstanceId(run.getWorkflowInstanceId())
        .setWorkspaceId(run.getWorkspaceId())
        .setWorkspace(run.getWorkspace())
        .setWorkflowId(run.getWorkflowId())
        .setWorkflow(run.getWorkflow())
        .setNodeId(run.getNodeId())
        .setNode(run.getNode())
        .setCommand(run.getCommand())
        .setBizdate(run.getBizdate())
        .setCode(code)
        .setMessage("as the test asked")
        .setExitCode(3)
        .setEndedAt(Instant.now())
        .build();
  }

  private static RunCancelled cancelled(RunNode run, String reason) {
    return RunCancelled.newBuilder()
        .setRunId(run.getRunId())
        .setAttempt(run.getAttempt())
        .setNodeInstanceId(run.getNodeInstanceId())
        .setWorkflowInstanceId(run.getWorkflowInstanceId())
        .setWorkspaceId(run.getWorkspaceId())
        .setWorkspace(run.getWorkspace())
        .setWorkflowId(run.getWorkflowId())
        .setWorkflow(run.getWorkflow())
        .setNodeId(run.getNodeId())
        .setNode(run.getNode())
        .setCommand(run.getCommand())
        .setBizdate(run.getBizdate())
        .setReason(reason)
        .setEndedAt(Instant.now())
        .build();
  }
}
