package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many records a node costs (DESIGN 3.8). */
@ExtendWith(TownExtension.class)
class RecordBudgetTest {

  private final Town town;
  private final Stories stories;

  RecordBudgetTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  @Test
  void ordinaryNodeKeepsWithinItsBudgetOfRecords() throws Exception {
    // given
    int nodes = 10;
    town.deploy(
        workflow(
            "chain",
            1,
            IntStream.range(0, nodes)
                .mapToObj(i -> i == 0 ? node("n0") : node("n" + i, "n" + (i - 1)))
                .toList()));

    // when
    Town.Answer answer = stories.run("chain");
    stories.completed(answer);
    String instance = answer.accepted().subject();
    stories.nodeStates(instance, InstanceStatus.SUCCESS, nodes);

    // then: the executor's own ReportRun comes on top
    long ofTheFlow = 3; // RunWorkflow, WorkflowInstanceCreated, WorkflowInstanceCompleted
    long records =
        town.tape()
            .story(answer.commandId())
            .filter(entry -> !entry.topic().endsWith(".replies"))
            .count();
    assertThat(records - ofTheFlow).isLessThanOrEqualTo(7L * nodes);
    Map<String, List<NodeInstanceState>> states =
        town.tape().values(NodeInstanceState.class).stream()
            .filter(state -> state.getWorkflowInstanceId().equals(instance))
            .collect(groupingBy(NodeInstanceState::getNode));
    assertThat(states.values())
        .allSatisfy(ofNode -> assertThat(ofNode).hasSizeLessThanOrEqualTo(4))
        .allSatisfy(ofNode -> assertThat(ofNode).doesNotHaveDuplicates());
  }
}
