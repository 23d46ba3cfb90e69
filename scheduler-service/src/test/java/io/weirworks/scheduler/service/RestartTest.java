package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.WaitReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service is stopped and started again. */
@ExtendWith(TownExtension.class)
class RestartTest {

  private final Town town;
  private final Stories stories;

  RestartTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  @Test
  void serviceStartedAgainGoesOnWhereItWasAndNamesASilentExecutor() throws Exception {
    // given
    town.deploy(
        workflow(
            "restart",
            behaving(FakeExecutor.SILENT, "a"),
            node("b", "a"),
            behaving(FakeExecutor.SILENT, "c")));
    Town.Answer answer = stories.run("restart");
    String instance = answer.accepted().subject();
    List<RunNode> silent =
        Town.soon().until(() -> town.executor().held("restart"), runs -> runs.size() == 2);

    // when: it is started again and believes that 40 s are over
    town.stop();
    town.startAgain(Duration.ofSeconds(40));

    // then
    for (String node : List.of("a", "c")) {
      Town.soon()
          .until(
              () -> stories.nodeStates(instance).get(node),
              state -> state != null && state.getWaitReason() == WaitReason.EXECUTOR_SILENT);
    }

    // when: the executor ends the run while the service is down
    town.stop();
    silent.forEach(town.executor()::release);
    town.startAgain(Duration.ZERO);

    // then
    assertThat(stories.completed(answer).getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(
            town.executor().asked().stream()
                .filter(run -> run.getWorkflow().equals("restart"))
                .map(RunNode::getNode))
        .containsExactlyInAnyOrder("a", "b", "c");
  }
}
