package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.scheduler.BackfillCompleted;
import io.weirworks.contract.scheduler.BackfillCounts;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BackfillStarted;
import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Backfills over business dates (dataworks-semantics 5.2). */
@ExtendWith(TownExtension.class)
class StartBackfillTest {

  private final Town town;
  private final Stories stories;

  StartBackfillTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  @Test
  void backfillRunsItsDatesTwoAtOnceInOrder() throws Exception {
    // given
    town.deploy(workflow("five", virtual("start"), behaving(FakeExecutor.HOLD, "a", "start")));

    // when
    Town.Answer answer =
        town.ask(
            new StartBackfill(
                Workflows.WORKSPACE,
                "five",
                "2025-10-01",
                "2025-10-05",
                2,
                BackfillOrder.DESC,
                Map.of(),
                null));
    List<String> dates = new ArrayList<>();
    for (int ended = 0; ended < 5; ended++) {
      int going = Math.min(2, 5 - ended);
      List<RunNode> held =
          Town.soon().until(() -> town.executor().held("five"), runs -> runs.size() >= going);
      assertThat(held).hasSize(going);
      dates.add(held.getFirst().getBizdate());
      town.executor().release(held.getFirst());
    }

    // then
    List<BackfillCompleted> ends =
        Town.soon()
            .until(() -> stories.told(answer, BackfillCompleted.class), all -> !all.isEmpty());
    assertThat(ends)
        .containsExactly(
            new BackfillCompleted(
                answer.accepted().subject(),
                FlowStatus.SUCCESS,
                new BackfillCounts(5, 0, 0, 5, 0, 0)));
    assertThat(dates.getFirst()).isIn("2025-10-05", "2025-10-04");
    assertThat(dates)
        .containsExactlyInAnyOrder(
            "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-04", "2025-10-05");
    assertThat(stories.told(answer, BackfillStarted.class))
        .singleElement()
        .extracting(BackfillStarted::getName)
        .isEqualTo("five 2025-10-01..2025-10-05");
    assertThat(stories.told(answer, WorkflowInstanceCreated.class))
        .hasSize(5)
        .allSatisfy(
            made -> assertThat(made.getBackfillId()).isEqualTo(answer.accepted().subject()));
  }

  @Test
  void cancelledBackfillStopsItsOpenDatesAndBeginsNoMore() throws Exception {
    // given
    town.deploy(workflow("stopped", behaving(FakeExecutor.HOLD, "a")));
    Town.Answer answer =
        town.ask(
            new StartBackfill(
                Workflows.WORKSPACE,
                "stopped",
                "2025-10-01",
                "2025-10-05",
                2,
                BackfillOrder.ASC,
                Map.of(),
                "mine"));
    List<RunNode> open =
        Town.soon().until(() -> town.executor().held("stopped"), runs -> runs.size() == 2);

    // when
    town.ask(new CancelInstance(answer.accepted().subject(), "enough")).accepted();

    // then
    Town.soon()
        .until(
            () ->
                town.tape().values(BackfillCompleted.class).stream()
                    .filter(end -> end.getBackfillId().equals(answer.accepted().subject()))
                    .toList(),
            List.of(
                    new BackfillCompleted(
                        answer.accepted().subject(),
                        FlowStatus.CANCELLED,
                        new BackfillCounts(5, 0, 0, 0, 0, 5)))
                ::equals);
    assertThat(open)
        .extracting(RunNode::getBizdate)
        .containsExactlyInAnyOrder("2025-10-01", "2025-10-02");
    assertThat(town.executor().held("stopped")).isEmpty();
  }
}
