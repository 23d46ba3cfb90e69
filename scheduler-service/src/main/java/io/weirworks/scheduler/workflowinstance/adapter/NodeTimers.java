package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Hands due timers of node instances to the core, which looks at state and due time again. */
public final class NodeTimers {

  private NodeTimers() {}

  /** A handler for each kind of timer. */
  public static List<TimerHandler> handlers(WorkflowInstances instances) {
    return Arrays.stream(Timer.Kind.values())
        .<TimerHandler>map(kind -> new OfKind(instances, kind))
        .toList();
  }

  private record OfKind(WorkflowInstances instances, Timer.Kind timer) implements TimerHandler {

    @Override
    public String kind() {
      return timer.name();
    }

    @Override
    public void load(List<String> subjects, Work work) {
      instances.load(work, subjects);
    }

    @Override
    public Decision decide(String subject, Asked asked, Work work) {
      NodeInstanceId node = new NodeInstanceId(UUID.fromString(subject));
      NodeInstanceCommand.Outer fire = new NodeInstanceCommand.FireTimer(timer);
      return WorkflowInstances.workflowInstanceOf(node, work)
          .map(flow -> instances.decide(flow, new ForNodeInstance(node, fire), asked, work))
          .orElseGet(Decision::nothing);
    }
  }
}
