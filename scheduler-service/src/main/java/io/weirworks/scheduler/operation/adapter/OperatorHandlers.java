package io.weirworks.scheduler.operation.adapter;

import static java.util.stream.Collectors.toSet;

import io.weirworks.contract.scheduler.ChangeInstancePriority;
import io.weirworks.contract.scheduler.ForceStartInstance;
import io.weirworks.contract.scheduler.FreezeInstance;
import io.weirworks.contract.scheduler.RemoveDependency;
import io.weirworks.contract.scheduler.SetInstanceSuccess;
import io.weirworks.contract.scheduler.UnfreezeInstance;
import io.weirworks.messaging.Handler;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.OperatorCommand;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A handler for each command of operators. */
@Singleton
public record OperatorHandlers(WorkflowInstances instances) {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** What id a text that is no id stands for: that of no instance. */
  private static final UUID NOBODY = new UUID(0, 0);

  public List<Handler<?>> all() {
    return List.of(
        new RerunInstanceHandler(instances),
        new OperatorHandler<>(
            instances,
            SetInstanceSuccess.class,
            SetInstanceSuccess::getInstanceId,
            SetInstanceSuccess::getComment,
            it -> new OperatorCommand.SetSuccess(it.getComment())),
        new OperatorHandler<>(
            instances,
            FreezeInstance.class,
            FreezeInstance::getInstanceId,
            FreezeInstance::getComment,
            it -> new OperatorCommand.Freeze(it.getComment())),
        new OperatorHandler<>(
            instances,
            UnfreezeInstance.class,
            UnfreezeInstance::getInstanceId,
            UnfreezeInstance::getComment,
            it -> new OperatorCommand.Unfreeze(it.getComment())),
        new OperatorHandler<>(
            instances,
            ChangeInstancePriority.class,
            ChangeInstancePriority::getInstanceId,
            ChangeInstancePriority::getComment,
            it -> new OperatorCommand.ChangePriority(it.getPriority(), it.getComment())),
        new OperatorHandler<>(
            instances,
            RemoveDependency.class,
            RemoveDependency::getInstanceId,
            RemoveDependency::getComment,
            OperatorHandlers::removal),
        new OperatorHandler<>(
            instances,
            ForceStartInstance.class,
            ForceStartInstance::getInstanceId,
            ForceStartInstance::getComment,
            it -> new OperatorCommand.ForceStart(it.getComment())));
  }

  private static OperatorCommand removal(RemoveDependency command) {
    Set<NodeInstanceId> upstreams =
        command.getUpstreamInstanceIds().stream()
            .map(
                id ->
                    new NodeInstanceId(
                        UUID_FORM.matcher(id).matches() ? UUID.fromString(id) : NOBODY))
            .collect(toSet());
    return new OperatorCommand.RemoveDependency(upstreams, command.getComment());
  }
}
