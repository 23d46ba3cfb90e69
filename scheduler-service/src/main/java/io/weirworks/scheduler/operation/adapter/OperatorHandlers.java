package io.weirworks.scheduler.operation.adapter;

import static java.util.stream.Collectors.toSet;

import io.weirworks.contract.scheduler.ChangeInstancePriority;
import io.weirworks.contract.scheduler.ForceStartInstance;
import io.weirworks.contract.scheduler.FreezeInstance;
import io.weirworks.contract.scheduler.RemoveDependency;
import io.weirworks.contract.scheduler.SetInstanceSuccess;
import io.weirworks.contract.scheduler.UnfreezeInstance;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.OperatorCommand;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A handler for each command of operators. */
@Singleton
public record OperatorHandlers(WorkflowInstances instances) {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public List<Handler<?>> all() {
    return List.of(
        new RerunInstanceHandler(instances),
        new OperatorHandler<>(
            instances,
            SetInstanceSuccess.class,
            SetInstanceSuccess::getInstanceId,
            it -> comment(it.getComment()),
            it -> new OperatorCommand.SetSuccess(it.getComment())),
        new OperatorHandler<>(
            instances,
            FreezeInstance.class,
            FreezeInstance::getInstanceId,
            it -> comment(it.getComment()),
            it -> new OperatorCommand.Freeze(it.getComment())),
        new OperatorHandler<>(
            instances,
            UnfreezeInstance.class,
            UnfreezeInstance::getInstanceId,
            it -> comment(it.getComment()),
            it -> new OperatorCommand.Unfreeze(it.getComment())),
        new OperatorHandler<>(
            instances,
            ChangeInstancePriority.class,
            ChangeInstancePriority::getInstanceId,
            it -> comment(it.getComment()),
            it -> new OperatorCommand.ChangePriority(it.getPriority(), it.getComment())),
        new OperatorHandler<>(
            instances,
            RemoveDependency.class,
            RemoveDependency::getInstanceId,
            OperatorHandlers::wrongRemoval,
            OperatorHandlers::removal),
        new OperatorHandler<>(
            instances,
            ForceStartInstance.class,
            ForceStartInstance::getInstanceId,
            it -> comment(it.getComment()),
            it -> new OperatorCommand.ForceStart(it.getComment())));
  }

  private static Optional<Rejection> comment(@Nullable String comment) {
    return CommandCheck.text("comment", comment);
  }

  private static Optional<Rejection> wrongRemoval(RemoveDependency command) {
    List<String> ids = command.getUpstreamInstanceIds();
    Optional<String> wrong =
        ids.isEmpty()
            ? Optional.of("")
            : ids.stream().filter(id -> !UUID_FORM.matcher(id).matches()).findFirst();
    return comment(command.getComment())
        .or(
            () ->
                wrong.map(
                    id ->
                        CommandCheck.rejection(
                            CommandError.INVALID_PARAMETER,
                            "Name ids of direct upstream node instances; blockedBy of the instance has them.",
                            "upstreamInstanceIds",
                            id)));
  }

  private static OperatorCommand removal(RemoveDependency command) {
    Set<NodeInstanceId> upstreams =
        command.getUpstreamInstanceIds().stream()
            .map(id -> new NodeInstanceId(UUID.fromString(id)))
            .collect(toSet());
    return new OperatorCommand.RemoveDependency(upstreams, command.getComment());
  }
}
