package io.weirworks.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Random interleavings of claims, marks, submits, reports, stops, kills and expiries. */
class RunProperties {

  @Property(seed = "7", tries = 3_000)
  void oneEndOneProcessAndNoUnitsBeyondTheEnd(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 10, max = 150) int steps) {
    RunWorld world = new RunWorld(new Random(seed));

    for (int step = 0; step < steps; step++) {
      world.step();

      assertThat(world.terminals()).as("I1").isLessThanOrEqualTo(1);
      assertThat(world.live()).as("I2: live processes").isLessThanOrEqualTo(1);
      assertThat(world.starts()).as("I2: starts of the attempt").isLessThanOrEqualTo(1);
      assertThat(world.run().isEnded() && world.holdsUnits()).as("I3: ended but held").isFalse();
      if (!(world.run().status() instanceof RunStatus.Queued) && !world.run().isEnded()) {
        assertThat(world.holdsUnits()).as("I3: it runs but holds nothing").isTrue();
      }
    }
    reached(world, RunEvent.Requeued.class);
    reached(world, RunEvent.WentSilent.class);
    reached(world, RunEnd.Succeeded.class);
    reached(world, RunEnd.Cancelled.class);
  }

  /** The interleavings are worth something only where they reach what may go wrong. */
  private static void reached(RunWorld world, Class<?> what) {
    String label = what.getSimpleName();
    Statistics.label(label).collect(world.saw(what));
    Statistics.label(label).coverage(coverage -> coverage.check(true).percentage(part -> part > 3));
  }

  @Property(seed = "8", tries = 1_000)
  void whatWasTakenEndsOnceWhateverHappened(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 10, max = 150) int steps) {
    // given everybody dies after some steps
    RunWorld world = new RunWorld(new Random(seed));
    for (int step = 0; step < steps; step++) {
      world.step();
    }

    // when time goes on
    world.settle();

    // then it ended, or it waits for a runner and holds nothing
    boolean waits = world.run().status() instanceof RunStatus.Queued && !world.holdsUnits();
    assertThat(world.run().isEnded() || waits).isTrue();
    assertThat(world.terminals()).isEqualTo(waits ? 0 : 1);
  }
}
