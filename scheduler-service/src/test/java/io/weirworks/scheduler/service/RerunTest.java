package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.builder;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeCounts;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.contract.scheduler.NodeInstanceRerunScheduled;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.WaitReason;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Automatic reruns (dataworks-semantics 3.8). */
@ExtendWith(TownExtension.class)
class RerunTest {

  private final Town town;
  private final Stories stories;

  RerunTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  @Test
  void failedRunIsRerunAfterItsIntervalAndTimedOutOneIsNot() throws Exception {
    // given
    NodeDefinition once =
        builder("once")
            .setEnvironment(Map.of(FakeExecutor.BEHAVIOUR, FakeExecutor.FAIL_ONCE))
            .setRerunTimes(2)
            .setRerunIntervalMs(300)
            .build();
    NodeDefinition late =
        builder("late", "once")
            .setEnvironment(Map.of(FakeExecutor.BEHAVIOUR, FakeExecutor.TIME_OUT))
            .setRerunTimes(2)
            .setRerunIntervalMs(300)
            .build();
    town.deploy(workflow("reruns", once, late, node("blocked", "late")));

    // when
    Town.Answer answer = stories.run("reruns");

    // then
    WorkflowInstanceCompleted completed = stories.completed(answer);
    assertThat(completed.getStatus()).isEqualTo(FlowStatus.FAILURE);
    assertThat(completed.getCounts()).isEqualTo(new NodeCounts(3, 1, 0, 0, 1, 1, 0));
    assertThat(stories.told(answer, NodeInstanceRerunScheduled.class))
        .singleElement()
        .extracting(NodeInstanceRerunScheduled::getCode)
        .isEqualTo("NonZeroExit");
    assertThat(stories.told(answer, NodeInstanceSucceeded.class))
        .singleElement()
        .extracting(NodeInstanceSucceeded::getAttempt)
        .isEqualTo(2);
    assertThat(stories.told(answer, NodeInstanceFailed.class))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.getCode()).isEqualTo("TimedOut");
              assertThat(failed.getAttempt()).isOne();
              assertThat(failed.getExitCode()).isEqualTo(3);
            });
    Map<String, NodeInstanceState> states =
        stories.nodeStates(answer.accepted().subject(), InstanceStatus.FAILURE, 1);
    assertThat(Stories.of(states, "blocked"))
        .satisfies(
            blocked -> {
              assertThat(blocked.getStatus()).isEqualTo(InstanceStatus.NOT_RUN);
              assertThat(blocked.getWaitReason()).isEqualTo(WaitReason.UPSTREAM);
              assertThat(blocked.getBlockedBy())
                  .containsExactly(Stories.of(states, "late").getNodeInstanceId());
            });
  }
}
