package io.weirworks.scheduler.operation.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.contract.scheduler.ChangeInstancePriority;
import io.weirworks.contract.scheduler.ForceStartInstance;
import io.weirworks.contract.scheduler.FreezeInstance;
import io.weirworks.contract.scheduler.RemoveDependency;
import io.weirworks.contract.scheduler.RerunDownstream;
import io.weirworks.contract.scheduler.RerunInstance;
import io.weirworks.contract.scheduler.SetInstanceSuccess;
import io.weirworks.contract.scheduler.UnfreezeInstance;
import io.weirworks.messaging.hosting.CommandBody;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.workflowinstance.Downstream;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an operation on an instance may say besides whom it concerns.
 *
 * @param comment why, for the operation log
 * @param downstream for a rerun: NONE, ALL, FAILED or CHOSEN; null: NONE
 * @param nodes for a rerun with CHOSEN: ids or names of nodes
 * @param priority for a change of priority: 1 to 8
 * @param upstreamInstanceIds for a removal of dependencies
 */
@Serdeable
record OperationBody(
    @Nullable String comment,
    @Nullable String downstream,
    @Nullable List<String> nodes,
    @Nullable Integer priority,
    @Nullable List<String> upstreamInstanceIds) {

  static final OperationBody NONE = new OperationBody(null, null, null, null, null);

  /** The command of the contract; what it lacks is told with 400. */
  SpecificRecord command(Action action, String instance) {
    return switch (action) {
      case RERUN ->
          new RerunInstance(
              instance, downstreamOrNone(), nodes == null ? List.of() : nodes, comment);
      case SET_SUCCESS -> new SetInstanceSuccess(instance, comment);
      case FREEZE -> new FreezeInstance(instance, comment);
      case UNFREEZE -> new UnfreezeInstance(instance, comment);
      case PRIORITY ->
          new ChangeInstancePriority(instance, CommandBody.required("priority", priority), comment);
      case REMOVE_DEPENDENCY ->
          new RemoveDependency(
              instance, CommandBody.required("upstreamInstanceIds", upstreamInstanceIds), comment);
      case FORCE_START -> new ForceStartInstance(instance, comment);
      case CANCEL -> new CancelInstance(instance, comment);
    };
  }

  private RerunDownstream downstreamOrNone() {
    return downstream == null
        ? RerunDownstream.NONE
        : RerunDownstream.valueOf(HttpInput.name("downstream", downstream, Downstream.class));
  }
}
