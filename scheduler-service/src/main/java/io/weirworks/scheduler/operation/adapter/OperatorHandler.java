package io.weirworks.scheduler.operation.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.OperatorCommand;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes one type of command to a single node instance.
 *
 * @param instance id of the node instance
 * @param check why the record itself is wrong; empty: it is not
 * @param command what the core is asked
 */
record OperatorHandler<R extends SpecificRecord>(
    WorkflowInstances instances,
    Class<R> type,
    Function<R, String> instance,
    Function<R, Optional<Rejection>> check,
    Function<R, OperatorCommand> command)
    implements Handler<R> {

  @Override
  public Optional<String> orderingKey(R record, Envelope envelope, Work work) {
    return work.orderingKey(NODE_INSTANCE, instance.apply(record));
  }

  @Override
  public Decision decide(R record, Asked asked, Work work) {
    return check.apply(record).map(Decision::refused).orElseGet(() -> operate(record, asked, work));
  }

  private Decision operate(R record, Asked asked, Work work) {
    NodeInstanceId node = new NodeInstanceId(UUID.fromString(instance.apply(record)));
    WorkflowInstanceId flow =
        WorkflowInstances.workflowInstanceOf(node, work)
            .orElseThrow(() -> new IllegalStateException("a key of no instance"));
    return instances.decide(flow, new ForNodeInstance(node, command.apply(record)), asked, work);
  }
}
