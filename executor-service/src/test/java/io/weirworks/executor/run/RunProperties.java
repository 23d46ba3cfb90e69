package io.weirworks.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random interleavings of claims, marks, submits, reports, stops, kills and expiries. */
class RunProperties {

  static final int ACTIONS = 13;

  @Property(seed = "7", tries = 1_000)
  void oneEndOneProcessAndNoUnitsBeyondTheEnd(
      @ForAll @Size(min = 20, max = 120) List<@IntRange(max = 2 * ACTIONS - 1) Integer> steps,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    RunWorld world = new RunWorld(new Random(seed));

    for (int step : steps) {
      world.step(step / 2, step % 2 == 0 ? "a" : "b");

      assertThat(world.terminals()).as("I1").isLessThanOrEqualTo(1);
      assertThat(world.live()).as("I2: live processes").isLessThanOrEqualTo(1);
      assertThat(world.starts()).as("I2: starts of the attempt").isLessThanOrEqualTo(1);
      assertThat(world.run().isEnded() && world.holdsUnits()).as("I3: ended but held").isFalse();
      if (!(world.run().status() instanceof RunStatus.Queued) && !world.run().isEnded()) {
        assertThat(world.holdsUnits()).as("I3: it runs but holds nothing").isTrue();
      }
    }
  }

  @Property(seed = "8", tries = 500)
  void whatWasTakenEndsOnceWhateverHappened(
      @ForAll @Size(min = 20, max = 120) List<@IntRange(max = 2 * ACTIONS - 1) Integer> steps,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    // given everybody dies after some steps
    RunWorld world = new RunWorld(new Random(seed));
    steps.forEach(step -> world.step(step / 2, step % 2 == 0 ? "a" : "b"));

    // when time goes on
    world.settle();

    // then it ended, or it waits for a runner and holds nothing
    boolean waits = world.run().status() instanceof RunStatus.Queued && !world.holdsUnits();
    assertThat(world.run().isEnded() || waits).isTrue();
    assertThat(world.terminals()).isEqualTo(waits ? 0 : 1);
  }
}
