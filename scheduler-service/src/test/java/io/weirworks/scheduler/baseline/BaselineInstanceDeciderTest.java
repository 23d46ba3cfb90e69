package io.weirworks.scheduler.baseline;

import static io.weirworks.scheduler.baseline.Network.D;
import static io.weirworks.scheduler.baseline.Network.MIDNIGHT;
import static io.weirworks.scheduler.baseline.Network.at;
import static io.weirworks.scheduler.baseline.Network.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineStatusChanged;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineTaskFailed;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineTaskRecovered;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineTaskSlow;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.ForecastChanged;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.WatchEnded;
import io.weirworks.scheduler.baseline.InstanceProgress.Failed;
import io.weirworks.scheduler.baseline.InstanceProgress.Running;
import io.weirworks.scheduler.baseline.InstanceProgress.Succeeded;
import io.weirworks.scheduler.dependency.NodeDependency.OnItself;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a baseline's instance tells, and that it tells it once (dataworks-semantics 5.6). */
class BaselineInstanceDeciderTest {
  private final Network network = new Network();
  private BaselineInstance instance = Network.opened(Network.day("08:00", 30, "task"), 1);

  /** Looks, lets what happened happen, and gives what was told. */
  private List<BaselineInstanceEvent> look(Instant now) {
    List<BaselineInstanceEvent> events =
        BaselineInstanceDecider.look(instance, network.situation(instance, now));
    for (BaselineInstanceEvent event : events) {
      instance = instance.after(event);
    }
    return events.stream().filter(BaselineInstanceEvent.Told.class::isInstance).toList();
  }

  private BaselineStatusChanged changed(Instant now) {
    return look(now).stream()
        .filter(BaselineStatusChanged.class::isInstance)
        .map(BaselineStatusChanged.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    // 30: at the alert time; 60: at the committed time
    "29, SAFE",
    "30, SAFE",
    "31, WARNING",
    "60, WARNING",
    "61, OVERTIME"
  })
  void statusFollowsThePredictedFinishAtTheExactBoundaries(int minutes, BaselineStatus status) {
    // given: a task that begins at 07:00, committed 08:00, alert 07:30
    network.node("task", "00 00 07 * * ?", minutes);
    // then
    assertThat(changed(at(0, 0)).status()).isEqualTo(status);
    assertThat(look(at(0, 1))).isEmpty();
  }

  /** R52. */
  @Test
  void instanceThatIsNeverMadeSinceItsUpstreamIsStuckWarnsAtTheAlertTime() {
    // given: the task takes no time, its upstream has been running for ever; nothing else is made
    network.node("stuck", MIDNIGHT, 1).zeroLoad("task", MIDNIGHT, on("stuck"));
    network.is("stuck", new Running(1, at(0, 0)));
    assertThat(changed(at(0, 0)).status()).isEqualTo(BaselineStatus.SAFE);
    // when
    List<BaselineInstanceEvent> at0730 = look(at(7, 30));
    // then: the slow upstream has been told, and the finish is not yet after the alert time
    assertThat(at0730).hasOnlyElementsOfType(BaselineTaskSlow.class);
    // when: a moment later, and a moment after the committed time
    assertThat(changed(at(7, 30).plusMillis(1)).status()).isEqualTo(BaselineStatus.WARNING);
    assertThat(look(at(8, 0))).isEmpty();
    assertThat(changed(at(8, 0).plusMillis(1)).status()).isEqualTo(BaselineStatus.OVERTIME);
    assertThat(look(at(8, 1))).isEmpty();
    assertThat(instance.finish()).isEqualTo(BaselineFinish.UNFINISHED);
  }

  @Test
  void itIsLookedAtEachMinuteAndExactlyAtTheAlertAndTheCommittedTime() {
    assertThat(BaselineInstanceDecider.next(instance, at(1, 0))).contains(at(1, 1));
    assertThat(BaselineInstanceDecider.next(instance, at(7, 30).minusSeconds(20)))
        .contains(at(7, 30));
    assertThat(BaselineInstanceDecider.next(instance, at(7, 30))).contains(at(7, 31));
    assertThat(BaselineInstanceDecider.next(instance, at(8, 0).minusMillis(1))).contains(at(8, 0));
    assertThat(BaselineInstanceDecider.next(instance.after(new WatchEnded()), at(1, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"480, IN_TIME, WARNING", "481, LATE, OVERTIME", "450, IN_TIME, SAFE"})
  void finishIsToldOnceAndEndsTheWatch(int minute, BaselineFinish finish, BaselineStatus status) {
    // given
    network.node("task", MIDNIGHT, 10);
    look(at(0, 0));
    network.is("task", new Succeeded(at(0, 0), at(0, minute)));
    // when
    BaselineStatusChanged told = changed(at(9, 0));
    // then
    assertThat(told.finish()).isEqualTo(finish);
    assertThat(told.status()).isEqualTo(status);
    assertThat(instance.watched()).isFalse();
    assertThat(look(at(9, 1))).isEmpty();
  }

  /** Scenario 40. */
  @Test
  void failingAncestorRaisesOneErrorForEachAffectedBaselineAndDescendantsNone() {
    // given: two baselines over one ancestor, a third beside them, and a node below the task
    network
        .node("root", MIDNIGHT, 10)
        .node("task", MIDNIGHT, 10, on("root"))
        .node("other", MIDNIGHT, 10, on("root"))
        .node("apart", MIDNIGHT, 10)
        .node("below", MIDNIGHT, 10, on("task"));
    network.is("root", new Failed(3)).is("below", new Failed(1));
    for (String task : List.of("task", "other")) {
      instance = Network.opened(Network.day("08:00", 30, task), 1);
      // when
      List<BaselineInstanceEvent> told = look(at(0, 5));
      // then
      assertThat(told)
          .filteredOn(BaselineTaskFailed.class::isInstance)
          .singleElement()
          .isInstanceOfSatisfying(
              BaselineTaskFailed.class,
              failed -> {
                assertThat(failed.task().node()).isEqualTo("root");
                assertThat(failed.task().trouble()).isEqualTo(new TroubledTask.Failed(3));
              });
      assertThat(look(at(0, 6))).isEmpty();
    }
    instance = Network.opened(Network.day("08:00", 30, "apart"), 1);
    assertThat(look(at(0, 5))).noneMatch(BaselineTaskFailed.class::isInstance);
  }

  @Test
  void failureOfAnAttemptIsToldOnceIsClosedByARerunAndToldAgainForTheNext() {
    // given
    network.node("task", MIDNIGHT, 10).is("task", new Failed(1));
    assertThat(look(at(0, 5))).hasAtLeastOneElementOfType(BaselineTaskFailed.class);
    // when
    network.is("task", new Running(2, at(0, 6)));
    // then
    assertThat(look(at(0, 7))).hasOnlyElementsOfType(BaselineTaskRecovered.class);
    assertThat(instance.troubles()).isEmpty();
    // when
    network.is("task", new Failed(2));
    // then
    assertThat(look(at(0, 8))).hasOnlyElementsOfType(BaselineTaskFailed.class);
  }

  @ParameterizedTest
  @CsvSource({
    // average, elapsed in seconds: both bounds are exclusive
    "5, 1800, false",
    "5, 1801, true",
    "15, 1800, false",
    "15, 1801, true",
    "16, 1801, false",
    "16, 1860, false",
    "16, 1861, true",
    "60, 4500, false",
    "60, 4501, true"
  })
  void taskIsSlowAfterThirtyMinutesAndFifteenAboveItsAverage(
      int average, long elapsed, boolean slow) {
    // given
    network.node("task", MIDNIGHT, average).is("task", new Running(1, at(0, 0)));
    // then
    assertThat(look(at(0, 0).plusSeconds(elapsed)).stream())
        .filteredOn(BaselineTaskSlow.class::isInstance)
        .hasSize(slow ? 1 : 0);
  }

  @Test
  void slowOneIsToldOnceAndRecoversWhenItsAttemptEnds() {
    // given
    network.node("task", MIDNIGHT, 5).is("task", new Running(1, at(0, 0)));
    assertThat(look(at(1, 0))).hasAtLeastOneElementOfType(BaselineTaskSlow.class);
    // then: not again, not even where the clock steps back
    assertThat(look(at(1, 1))).isEmpty();
    assertThat(look(at(0, 1))).isEmpty();
    // when
    network.is("task", new Succeeded(at(0, 0), at(1, 2)));
    // then
    assertThat(look(at(1, 2)))
        .hasAtLeastOneElementOfType(BaselineTaskRecovered.class)
        .hasAtLeastOneElementOfType(BaselineStatusChanged.class);
  }

  @Test
  void taskThatNeverRanIsNeverSlow() {
    // given
    network.node("task", MIDNIGHT, -1).is("task", new Running(1, at(0, 0)));
    // then
    assertThat(look(at(5, 0))).noneMatch(BaselineTaskSlow.class::isInstance);
  }

  @Test
  void instanceOfTheDayBeforeFailsThatDaysBaselineOnly() {
    // given
    network.node("task", MIDNIGHT, 10, new OnItself()).is("task", D.minusDays(1), 0, new Failed(1));
    // then
    assertThat(look(at(0, 5))).noneMatch(BaselineTaskFailed.class::isInstance);
  }

  @Test
  void predictedFinishThatMovesWithoutANewStatusIsNotTold() {
    // given
    network.node("task", MIDNIGHT, 10);
    look(at(0, 0));
    // when
    List<BaselineInstanceEvent> events =
        BaselineInstanceDecider.look(instance, network.situation(instance, at(1, 0)));
    // then
    assertThat(events).hasOnlyElementsOfType(ForecastChanged.class);
  }

  @Test
  void emptyBaselineIsAbnormalAndIsWatchedUntilTheThirdDay() {
    // given: its task has no instance that day
    network.node("task", MIDNIGHT, at(30, 0), 10, true, List.of());
    // then
    assertThat(look(at(9, 0))).isEmpty();
    assertThat(instance.status()).isEqualTo(BaselineStatus.ABNORMAL);
    assertThat(look(at(47, 59))).isEmpty();
    assertThat(instance.watched()).isTrue();
    look(at(48, 0));
    assertThat(instance.watched()).isFalse();
  }
}
