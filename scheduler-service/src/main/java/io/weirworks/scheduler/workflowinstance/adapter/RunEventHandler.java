package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hears one type of event of a run; its sequence tells what is late or repeated (I4).
 *
 * @param workflowInstance the event's workflow instance
 * @param nodeInstance the event's node instance
 */
record RunEventHandler<R extends SpecificRecord>(
    WorkflowInstances instances,
    Class<R> type,
    Function<R, String> workflowInstance,
    Function<R, String> nodeInstance,
    Telling<R> telling)
    implements Handler<R> {

  /** The core's fact of an event. */
  @FunctionalInterface
  interface Telling<R> {
    RunFact fact(R event, long sequence);
  }

  @Override
  public Optional<String> orderingKey(R event, Envelope envelope, Work work) {
    return Optional.of(workflowInstance.apply(event));
  }

  @Override
  public void load(List<R> events, Work work) {
    instances.load(
        work,
        events.stream().map(workflowInstance).distinct().toList(),
        events.stream().map(nodeInstance).distinct().toList());
  }

  @Override
  public Decision decide(R event, Asked asked, Work work) {
    RunFact fact = telling.fact(event, asked.envelope().sequence());
    return instances.decide(
        new WorkflowInstanceId(UUID.fromString(workflowInstance.apply(event))),
        new ForNodeInstance(
            new NodeInstanceId(UUID.fromString(nodeInstance.apply(event))),
            new NodeInstanceCommand.ReportRun(fact)),
        asked,
        work);
  }
}
