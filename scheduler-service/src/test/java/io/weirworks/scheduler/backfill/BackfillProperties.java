package io.weirworks.scheduler.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random ends of dates in any order, repeated, with cancellations in between. */
class BackfillProperties {
  private static final LocalDate FROM = LocalDate.of(2024, 2, 20);

  @Property(seed = "20251101", tries = 2000)
  void withoutFailureThePlanIsCoveredExactlyAndTheWindowNeverExceeded(
      @ForAll @IntRange(min = 1, max = 60) int days,
      @ForAll @IntRange(min = 1, max = 10) int parallelism,
      @ForAll BackfillOrder order,
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 9) Integer> picks) {
    // given
    BackfillWorld world = started(days, order, parallelism);
    // when
    for (int i = 0; !world.backfill().open().isEmpty(); i++) {
      assertThat(world.backfill().open().keySet()).hasSize(Math.min(parallelism, days - i));
      succeedOne(world, picks.isEmpty() ? 0 : picks.get(i % picks.size()));
    }
    // then
    assertThat(world.created)
        .containsExactlyElementsOf(IntStream.range(0, days).mapToObj(world.plan::date).toList());
    assertThat(new HashSet<>(world.created))
        .isEqualTo(new HashSet<>(FROM.datesUntil(FROM.plusDays(days)).toList()));
    assertThat(world.completed)
        .singleElement()
        .extracting(BackfillEvent.BackfillCompleted::status)
        .isEqualTo(FlowStatus.SUCCESS);
  }

  @Property(seed = "20251101", tries = 3000)
  void anyInterleavingKeepsTheWindowTheCountsAndOneEnd(
      @ForAll @IntRange(min = 1, max = 40) int days,
      @ForAll @IntRange(min = 1, max = 10) int parallelism,
      @ForAll BackfillOrder order,
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 100_000) Integer> moves) {
    // given
    BackfillWorld world = started(days, order, parallelism);
    // when
    for (int move : moves) {
      int createdBefore = world.created.size();
      boolean ending =
          !(world.backfill().state() instanceof BackfillState.Running
              || world.backfill().state() instanceof BackfillState.Paused);
      move(world, move);
      // then
      assertThat(world.backfill().open().keySet()).hasSizeLessThanOrEqualTo(parallelism);
      assertThat(world.backfill().counts().total()).isEqualTo(days);
      assertThat(world.backfill().counts().running()).isEqualTo(world.backfill().open().size());
      assertThat(world.created).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(days);
      if (ending) {
        assertThat(world.created)
            .as("nothing begins after a failure or a cancellation")
            .hasSize(createdBefore);
      }
      assertThat(world.completed)
          .hasSize(world.backfill().state() instanceof BackfillState.Ended ? 1 : 0);
    }
    // and when cancelled it ends with its open dates, and the counts sum to the plan (R27)
    world.cancel();
    List.copyOf(world.backfill().open().keySet())
        .forEach(date -> world.report(date, FlowStatus.CANCELLED));
    assertThat(world.completed)
        .singleElement()
        .extracting(end -> end.counts().total())
        .isEqualTo(days);
    assertThat(world.backfill().open().keySet()).isEmpty();
  }

  private static void move(BackfillWorld world, int number) {
    LocalDate any = world.plan.date(number / 10 % world.plan.size());
    switch (number % 10) {
      case 0 -> world.cancel();
      case 1 -> world.report(any, FlowStatus.FAILURE);
      case 2 -> world.report(any, FlowStatus.CANCELLED);
      case 3 -> world.report(any, FlowStatus.RUNNING);
      case 4 -> world.start();
      case 5 -> world.pause();
      case 6 -> world.resume();
      default -> succeedOne(world, number / 10);
    }
  }

  private static void succeedOne(BackfillWorld world, int pick) {
    List<LocalDate> open = List.copyOf(world.backfill().open().keySet());
    if (!open.isEmpty()) {
      world.report(open.get(pick % open.size()), FlowStatus.SUCCESS);
    }
  }

  private static BackfillWorld started(int days, BackfillOrder order, int parallelism) {
    BackfillWorld world =
        new BackfillWorld(
            BackfillDeciderTest.plan(FROM, FROM.plusDays(days - 1L), order, parallelism));
    world.start();
    return world;
  }
}
