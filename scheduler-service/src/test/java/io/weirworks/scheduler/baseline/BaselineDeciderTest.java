package io.weirworks.scheduler.baseline;

import static io.weirworks.scheduler.baseline.Network.D;
import static io.weirworks.scheduler.baseline.Network.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.identity.BaselineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Defining a baseline and opening its instances. */
class BaselineDeciderTest {
  private static final BaselineDefinition DAY = Network.day("08:00", 30, "a");

  private static BaselineDefinition with(
      String name, List<BaselineTask> tasks, int priority, List<CommittedTime> times, int margin) {
    return new BaselineDefinition(
        "ws-1",
        "flights",
        name,
        BaselineType.DAY,
        tasks,
        priority,
        times,
        Duration.ofMinutes(margin),
        DAY.zone());
  }

  static Stream<Arguments> faults() {
    List<BaselineTask> one = DAY.tasks();
    List<CommittedTime> eight = DAY.committed();
    return Stream.of(
        Arguments.of(with(" ", one, 5, eight, 30), "name"),
        Arguments.of(with("x".repeat(129), one, 5, eight, 30), "name"),
        Arguments.of(with("x", List.of(), 5, eight, 30), "tasks"),
        Arguments.of(with("x", Collections.nCopies(101, one.getFirst()), 5, eight, 30), "tasks"),
        Arguments.of(with("x", one, 2, eight, 30), "priority"),
        Arguments.of(with("x", one, 9, eight, 30), "priority"),
        Arguments.of(with("x", one, 5, List.of(), 30), "committedTimes"),
        Arguments.of(
            with("x", one, 5, Collections.nCopies(2, eight.getFirst()), 30), "committedTimes"),
        Arguments.of(
            Network.definition(BaselineType.HOUR, Collections.nCopies(25, "08:00"), 30, "a"),
            "committedTimes"),
        Arguments.of(with("x", one, 5, eight, -1), "alertMarginMinutes"),
        Arguments.of(with("x", one, 5, eight, 1441), "alertMarginMinutes"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void wrongDefinitionIsRefusedByField(BaselineDefinition definition, String field) {
    assertThat(BaselineDecider.define(null, definition, at(10, 0)))
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            refused -> assertThat(refused.rejection().field()).isEqualTo(field));
  }

  @Test
  void sameDefinitionAgainHasNoEffect() {
    // given
    Baseline baseline = defined(null, DAY, at(10, 0));
    // then
    assertThat(BaselineDecider.define(baseline, DAY, at(11, 0))).isEqualTo(Decision.nothing());
  }

  private static Baseline defined(
      @Nullable Baseline before, BaselineDefinition definition, Instant now) {
    var decision = BaselineDecider.define(before, definition, now);
    var events = ((Decision.Accepted<BaselineEvent>) decision).events();
    return Objects.requireNonNull(Baseline.evolve(before, events.getFirst()));
  }

  @Test
  void changeTakesEffectWithTheNextDay() {
    // given
    Baseline baseline = defined(null, DAY, at(10, 0));
    assertThat(BaselineDecider.open(baseline, at(23, 29))).isEmpty();
    // when: the next day's instances are made at 23:30
    List<BaselineInstance> next = BaselineDecider.open(baseline, at(23, 30));
    // then
    assertThat(next).extracting(BaselineInstance::day).containsExactly(D.plusDays(1));
    // when: it is defined anew after that
    Baseline opened = Baseline.evolve(baseline, new BaselineEvent.DaysOpened(D.plusDays(1)));
    Baseline changed = defined(opened, Network.day("09:00", 30, "a"), at(23, 40));
    // then: what was opened keeps its definition, the new one counts from the day after the next
    assertThat(BaselineDecider.open(changed, at(23, 50))).isEmpty();
    assertThat(BaselineDecider.open(changed, at(48 - 1, 30)))
        .singleElement()
        .satisfies(
            instance -> {
              assertThat(instance.day()).isEqualTo(D.plusDays(2));
              assertThat(instance.committedAt()).isEqualTo(at(48 + 9, 0));
            });
  }

  @Test
  void hourBaselineHasAnInstanceForEachCycle() {
    // given
    BaselineDefinition hourly =
        Network.definition(BaselineType.HOUR, List.of("01:10", "02:10", "03:10"), 5, "a");
    // when
    List<BaselineInstance> opened =
        BaselineDecider.open(defined(null, hourly, at(10, 0)), at(23, 30));
    // then
    assertThat(opened)
        .extracting(BaselineInstance::cycle, BaselineInstance::committedAt)
        .containsExactly(tuple(1, at(25, 10)), tuple(2, at(26, 10)), tuple(3, at(27, 10)));
    assertThat(opened).extracting(BaselineInstance::id).doesNotHaveDuplicates();
  }

  @Test
  void afterALongPauseOnlyDaysAreOpenedThatWouldStillBeWatched() {
    // given
    Baseline baseline = defined(null, DAY, at(10, 0));
    // when: ten days later
    List<BaselineInstance> opened = BaselineDecider.open(baseline, at(10 * 24 + 12, 0));
    // then
    assertThat(opened)
        .extracting(BaselineInstance::day)
        .containsExactly(D.plusDays(9), D.plusDays(10));
  }

  @Test
  void itIsLookedAtInTenMinutesAndExactlyWhenTheNextDayIsMade() {
    // given
    Baseline baseline = defined(null, DAY, at(10, 0));
    // then
    assertThat(BaselineDecider.next(baseline, at(12, 0))).isEqualTo(at(12, 10));
    assertThat(BaselineDecider.next(baseline, at(23, 25))).isEqualTo(at(23, 30));
    assertThat(BaselineDecider.next(baseline, at(23, 30))).isEqualTo(at(23, 40));
    assertThat(baseline.id()).isEqualTo(BaselineId.of("flights", "morning"));
  }
}
