package io.weirworks.scheduler.operation.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.OperatorCommand;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import io.weirworks.schemas.CommandError;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes one type of command to a single node instance.
 *
 * @param instance id of the node instance
 * @param command what the core is asked
 */
record OperatorHandler<R extends SpecificRecord>(
    WorkflowInstances instances,
    Class<R> type,
    Function<R, String> instance,
    Function<R, @Nullable String> comment,
    Function<R, OperatorCommand> command)
    implements Handler<R> {

  @Override
  public Optional<String> orderingKey(R record, Envelope envelope, Work work) {
    return work.orderingKey(NODE_INSTANCE, instance.apply(record));
  }

  @Override
  public Decision decide(R record, Asked asked, Work work) {
    Optional<Rejection> wrong = CommandCheck.text("comment", comment.apply(record));
    return wrong.map(Decision::refused).orElseGet(() -> operate(record, asked, work));
  }

  private Decision operate(R record, Asked asked, Work work) {
    NodeInstanceId node = new NodeInstanceId(UUID.fromString(instance.apply(record)));
    Optional<WorkflowInstanceId> flow = WorkflowInstances.workflowInstanceOf(node, work);
    return flow.map(
            id ->
                instances.decide(id, new ForNodeInstance(node, command.apply(record)), asked, work))
        .orElseGet(
            () ->
                Decision.refused(
                    CommandCheck.rejection(
                        CommandError.NOT_FOUND,
                        "There is no node instance with this id.",
                        "instanceId",
                        instance.apply(record))));
  }
}
