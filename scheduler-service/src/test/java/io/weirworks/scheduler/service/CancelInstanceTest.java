package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeCounts;
import io.weirworks.contract.scheduler.NodeInstanceCancelled;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancellation of workflow and node instances. */
@ExtendWith(TownExtension.class)
class CancelInstanceTest {

  private final Town town;
  private final Stories stories;

  CancelInstanceTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  @Test
  void cancelledWorkflowInstanceStopsItsRunsAndEndsWhenTheyHave() throws Exception {
    // given
    town.deploy(
        workflow(
            "cancelled", behaving(FakeExecutor.HOLD, "long"), node("done"), node("next", "long")));
    Town.Answer answer = stories.run("cancelled");
    String instance = answer.accepted().subject();
    Town.soon()
        .until(
            () -> stories.nodeStates(instance),
            states ->
                states.containsKey("long")
                    && Stories.of(states, "long").getStatus() == InstanceStatus.RUNNING);

    // when
    Town.Answer cancel = town.ask(new CancelInstance(instance, "typo"));

    // then
    assertThat(cancel.accepted().subject()).isEqualTo(instance);
    List<WorkflowInstanceCompleted> ends =
        Town.soon()
            .until(
                () ->
                    town.tape().values(WorkflowInstanceCompleted.class).stream()
                        .filter(end -> end.getWorkflowInstanceId().equals(instance))
                        .toList(),
                all -> !all.isEmpty());
    assertThat(ends)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.getStatus()).isEqualTo(FlowStatus.CANCELLED);
              assertThat(end.getCounts()).isEqualTo(new NodeCounts(3, 0, 0, 0, 1, 0, 2));
            });
    assertThat(stories.told(cancel, NodeInstanceCancelled.class))
        .extracting(NodeInstanceCancelled::getNode, NodeInstanceCancelled::getReason)
        .containsExactlyInAnyOrder(tuple("long", "typo"), tuple("next", "typo"));
    assertThat(town.ask(new CancelInstance(instance, null)).rejection().code())
        .isEqualTo("OperationDenied");
    assertThat(town.ask(new CancelInstance("nothing", null)).rejection().code())
        .isEqualTo("NotFound");
  }

  @Test
  void cancelledNodeInstanceLeavesItsDownstreamNotRun() throws Exception {
    // given
    town.deploy(workflow("one-node", behaving(FakeExecutor.HOLD, "a"), node("b", "a")));
    Town.Answer answer = stories.run("one-node");
    RunNode held =
        Town.soon().until(() -> town.executor().held("one-node"), all -> !all.isEmpty()).getFirst();

    // when
    Town.Answer cancel = town.ask(new CancelInstance(held.getNodeInstanceId(), null));

    // then
    assertThat(cancel.accepted().subject()).isEqualTo(held.getNodeInstanceId());
    Town.soon()
        .until(
            () ->
                town.tape().values(WorkflowInstanceCompleted.class).stream()
                    .filter(end -> end.getWorkflowInstanceId().equals(answer.accepted().subject()))
                    .map(WorkflowInstanceCompleted::getCounts)
                    .toList(),
            List.of(new NodeCounts(2, 1, 0, 0, 0, 0, 1))::equals);
  }
}
