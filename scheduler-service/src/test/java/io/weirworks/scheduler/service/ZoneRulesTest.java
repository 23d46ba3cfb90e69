package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.cron;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.scheduler.InstanceRescheduled;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.scheduler.recurrence.MovingZone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tzdata of the process is another than that by which instances were made (R23). */
@ExtendWith(TownExtension.class)
class ZoneRulesTest {

  private static final int NOON = 12;

  private final Instant now = Instant.now();
  private final Town town;

  ZoneRulesTest(Town town) {
    this.town = town;
  }

  /** It is about noon there, so that the evening is ahead whenever the test runs. */
  private ZoneOffset noon(int minutes) {
    int hour = now.atZone(ZoneOffset.UTC).getHour();
    return ZoneOffset.ofTotalSeconds(3600 * (NOON - hour) + 60 * minutes);
  }

  private Stream<NodeInstanceState> states(String workflowInstance) {
    return town.tape().values(NodeInstanceState.class).stream()
        .filter(state -> state.getWorkflowInstanceId().equals(workflowInstance));
  }

  private List<NodeInstanceState> ahead() {
    return town.tape().values(NodeInstanceState.class).stream()
        .filter(state -> state.getWorkflow().equals("moving"))
        .filter(state -> state.getStatus() == InstanceStatus.WAIT_TIME)
        .toList();
  }

  @Test
  void instanceAheadMovesToItsTimeByTheNewRulesAndIsToldSo() {
    // given
    ZoneId zone = MovingZone.with("t1", noon(0));
    town.schedule(
        scheduled(
            "moving",
            cron("00 00 18 * * ?").setTimeZone(zone.getId()).build(),
            List.of(),
            node("a")),
        now.minus(Duration.ofHours(36)));
    NodeInstanceState before =
        Town.soon().until(this::ahead, states -> !states.isEmpty()).getFirst();

    // when
    MovingZone.with("t2", noon(-30));

    // then
    InstanceRescheduled moved =
        Town.soon()
            .until(() -> town.tape().values(InstanceRescheduled.class), all -> !all.isEmpty())
            .getFirst();
    Instant later = before.getScheduledTime().plus(Duration.ofMinutes(30));
    assertThat(moved.getFromWorkflowInstanceId()).isEqualTo(before.getWorkflowInstanceId());
    assertThat(moved.getFromTime()).isEqualTo(before.getScheduledTime());
    assertThat(moved.getToTime()).isEqualTo(later);
    assertThat(moved.getBizdate()).isEqualTo(before.getBizdate());
    assertThat(moved.getRulesBefore() + moved.getRules()).isEqualTo("t1t2");
    String instead = Objects.requireNonNull(moved.getToWorkflowInstanceId());
    Town.soon().until(() -> states(instead).anyMatch(state -> later.equals(state.getDeadline())));
    Town.soon()
        .until(
            () ->
                states(before.getWorkflowInstanceId())
                    .anyMatch(state -> "Cancelled".equals(state.getCode())));
    assertThat(town.tape().values(InstanceRescheduled.class)).hasSize(1);
  }
}
