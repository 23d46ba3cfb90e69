package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.backfill;
import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.cron;
import static io.weirworks.scheduler.service.Workflows.on;
import static io.weirworks.scheduler.service.Workflows.scheduled;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.scheduler.BackfillCompleted;
import io.weirworks.contract.scheduler.BackfillCounts;
import io.weirworks.contract.scheduler.BackfillMode;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BackfillStarted;
import io.weirworks.contract.scheduler.BeginBackfill;
import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.NodeReference;
import io.weirworks.contract.scheduler.PauseBackfill;
import io.weirworks.contract.scheduler.ResumeBackfill;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            backfill("five", "2025-10-01", "2025-10-05")
                .setParallelism(2)
                .setOrder(BackfillOrder.DESC)
                .build());
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
            backfill("stopped", "2025-10-01", "2025-10-05")
                .setParallelism(2)
                .setName("mine")
                .build());
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

  private static NodeReference node(String workflow, String node) {
    return NodeReference.newBuilder().setWorkflow(workflow).setNode(node).build();
  }

  /** Rows 35 and 38, over two workflows. */
  @Test
  void allDownstreamGoesIntoOtherWorkflowsAndWaitsForThoseOfTheSameDate() throws Exception {
    // given
    town.schedule(
        scheduled(
            "source", cron("00 00 00 * * ?").build(), List.of(), behaving(FakeExecutor.HOLD, "a")),
        Instant.now());
    town.schedule(
        scheduled(
            "target",
            cron("00 00 00 * * ?").build(),
            List.of(on("b", "source", "a")),
            Workflows.node("b"),
            Workflows.node("c", "b"),
            Workflows.node("aside")),
        Instant.now());

    // when
    Town.Answer answer =
        Town.soon()
            .until(
                () ->
                    town.ask(
                        backfill("source", "2025-10-01", "2025-10-01")
                            .setMode(BackfillMode.ALL_DOWNSTREAM)
                            .setRootNode(node("source", "a"))
                            .setExcludeNodes(List.of(node("target", "b")))
                            .build()),
                started ->
                    Town.soon()
                            .until(
                                () -> stories.told(started, BackfillStarted.class),
                                all -> !all.isEmpty())
                            .getFirst()
                            .getUnits()
                            .size()
                        == 2);
    RunNode held =
        Town.soon().until(() -> town.executor().held("source"), runs -> !runs.isEmpty()).getLast();
    assertThat(stories.told(answer, RunNode.class)).extracting(RunNode::getNode).containsOnly("a");
    town.executor().held("source").forEach(town.executor()::release);

    // then
    assertThat(held.getBizdate()).isEqualTo("2025-10-01");
    Town.soon()
        .until(
            () -> stories.told(answer, BackfillCompleted.class),
            ends -> ends.stream().anyMatch(end -> end.getStatus() == FlowStatus.SUCCESS));
    assertThat(stories.told(answer, RunNode.class))
        .extracting(RunNode::getNode)
        .containsExactly("a", "c");
    assertThat(stories.told(answer, NodeInstanceSucceeded.class))
        .filteredOn(each -> each.getNode().equals("b"))
        .singleElement()
        .satisfies(dry -> assertThat(dry.getDryRun()).isTrue());
  }

  /** R24, R25. */
  @Test
  void plannedBackfillBeginsWithTheHashOfItsPlanAndPausesBetweenDates() throws Exception {
    // given
    town.deploy(workflow("planned", behaving(FakeExecutor.HOLD, "a")));
    Town.Answer answer =
        town.ask(backfill("planned", "2025-10-01", "2025-10-02").setAutoStart(false).build());
    BackfillStarted plan =
        Town.soon()
            .until(() -> stories.told(answer, BackfillStarted.class), all -> !all.isEmpty())
            .getFirst();
    String id = answer.accepted().subject();

    // when
    Town.Answer wrong = town.ask(new BeginBackfill(id, "0"));
    town.ask(new BeginBackfill(id, plan.getPlanHash())).accepted();
    RunNode first =
        Town.soon()
            .until(() -> town.executor().held("planned"), runs -> !runs.isEmpty())
            .getFirst();
    town.ask(new PauseBackfill(id, "look first")).accepted();
    town.executor().release(first);
    Town.soon()
        .until(
            () -> stories.told(answer, WorkflowInstanceCreated.class).size(), count -> count <= 1);
    town.ask(new ResumeBackfill(id)).accepted();

    // then
    assertThat(wrong.rejection().field()).isEqualTo("planHash");
    RunNode second =
        Town.soon()
            .until(() -> town.executor().held("planned"), runs -> !runs.isEmpty())
            .getFirst();
    assertThat(second.getBizdate()).isEqualTo("2025-10-02");
    town.executor().release(second);
    Town.soon()
        .until(
            () -> town.tape().values(BackfillCompleted.class),
            ends -> ends.stream().anyMatch(end -> end.getBackfillId().equals(id)));
  }
}
