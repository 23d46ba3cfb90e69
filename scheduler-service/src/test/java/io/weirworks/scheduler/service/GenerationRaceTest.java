package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.cron;
import static io.weirworks.scheduler.service.Workflows.scheduled;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.registry.MissedTicks;
import io.weirworks.contract.scheduler.InstancesGenerated;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.scheduler.generation.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Generation by several schedulers, and after all of them were away. */
@ExtendWith(TownExtension.class)
class GenerationRaceTest {

  private static final int SCHEDULERS = 8;
  private static final int WORKFLOWS = 12;
  private static final int HOURS_DOWN = 26;

  private final Town town;

  GenerationRaceTest(Town town) {
    this.town = town;
  }

  private List<WorkflowInstanceCreated> created(String prefix) {
    return town.tape().values(WorkflowInstanceCreated.class).stream()
        .filter(each -> each.getWorkflow().startsWith(prefix))
        .toList();
  }

  private static Instant yesterdayNoon() {
    return Instant.now()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .minusDays(1)
        .atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC);
  }

  /** R7: shards move from one to another while they generate. */
  @Test
  void eightSchedulersThatRaceForOneGenerationMakeOneInstanceEach() {
    // given
    Instant deployed = yesterdayNoon();
    // when
    List<Town.Member> others = IntStream.range(1, SCHEDULERS).mapToObj(town::join).toList();
    IntStream.range(0, WORKFLOWS)
        .forEach(
            n ->
                town.schedule(
                    scheduled("race-" + n, cron("00 00 * * * ?").build(), List.of(), virtual("a")),
                    deployed));
    others.forEach(Town.Member::leave);
    // then
    Town.soon()
        .until(
            () ->
                town.tape().values(InstancesGenerated.class).stream()
                    .filter(night -> night.getWorkflow().startsWith("race-"))
                    .map(InstancesGenerated::getWorkflow)
                    .distinct()
                    .count(),
            nights -> nights == WORKFLOWS);
    int expected =
        town.tape().values(InstancesGenerated.class).stream()
            .filter(night -> night.getWorkflow().startsWith("race-"))
            .mapToInt(InstancesGenerated::getWorkflowInstances)
            .sum();
    Town.soon().until(() -> created("race-").size(), count -> count >= expected);
    Map<String, Long> perTick =
        created("race-").stream()
            .collect(groupingBy(each -> each.getWorkflow() + each.getScheduledTime(), counting()));
    assertThat(perTick).hasSize(expected);
    assertThat(perTick.values()).containsOnly(1L);
  }

  /** R22: exactly the set that the policy says, and no storm. */
  @Test
  void schedulersThatWereAllDownFor26HoursMakeExactlyWhatThePolicySays() {
    // given
    Instant deployed = Instant.now().minus(Duration.ofMinutes(1));
    for (MissedTicks policy : List.of(MissedTicks.ALL, MissedTicks.LAST, MissedTicks.NONE)) {
      town.schedule(
          scheduled(
              "down-" + policy,
              cron("00 00 * * * ?").setMissedTicks(policy).build(),
              List.of(),
              virtual("a")),
          deployed);
    }
    // when
    town.stop();
    town.startAgain(Duration.ofHours(HOURS_DOWN));
    Instant up = Instant.now().plus(Duration.ofHours(HOURS_DOWN));
    // then: the day after the deployment is the first that has instances
    Set<Instant> missed =
        IntStream.rangeClosed(0, 2 * HOURS_DOWN)
            .mapToObj(
                hour ->
                    deployed
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(firstDay(deployed))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plus(Duration.ofHours(hour)))
            .filter(tick -> tick.isBefore(up))
            .collect(Collectors.toSet());
    Town.soon()
        .until(
            () ->
                town.tape().values(InstancesGenerated.class).stream()
                    .filter(night -> night.getWorkflow().startsWith("down-"))
                    .map(InstancesGenerated::getWorkflow)
                    .distinct()
                    .count(),
            nights -> nights == 3);
    Town.soon().until(() -> past("down-ALL", up), missed::equals);
    Set<Instant> last =
        missed.stream().max(Instant::compareTo).stream().collect(Collectors.toSet());
    Town.soon().until(() -> past("down-LAST", up), last::equals);
    assertThat(past("down-NONE", up)).isEmpty();
    Town.soon()
        .until(
            () ->
                town.tape().values(WorkflowInstanceCompleted.class).stream()
                    .filter(end -> end.getWorkflow().equals("down-ALL"))
                    .count(),
            ended -> ended >= missed.size());
    town.stop();
    town.startAgain(Duration.ZERO);
  }

  private Set<Instant> past(String workflow, Instant up) {
    return created(workflow).stream()
        .map(WorkflowInstanceCreated::getScheduledTime)
        .filter(time -> time.isBefore(up))
        .collect(Collectors.toSet());
  }

  private static int firstDay(Instant deployed) {
    boolean inTheNight =
        !deployed.atZone(ZoneOffset.UTC).toLocalTime().isBefore(Deployment.GENERATION_BEGINS);
    return inTheNight ? 2 : 1;
  }
}
