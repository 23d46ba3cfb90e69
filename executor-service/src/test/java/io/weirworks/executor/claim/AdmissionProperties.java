package io.weirworks.executor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AdmissionProperties {

  private static List<Candidate> candidates(List<Integer> units) {
    List<Candidate> all = new ArrayList<>();
    units.forEach(one -> all.add(new Candidate("run-" + all.size(), one)));
    return all;
  }

  private static int sum(List<Candidate> taken) {
    return taken.stream().mapToInt(Candidate::computeUnitsMilli).sum();
  }

  /** I3 */
  @Property(seed = "1", tries = 500)
  void unitsAndSlotsAreNeverExceededAndNobodyIsOvertaken(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 2000) Integer> units,
      @ForAll @IntRange(max = 8000) int free,
      @ForAll @IntRange(max = 10) int slots) {
    List<Candidate> queued = candidates(units);

    List<Candidate> taken = Admission.take(queued, free, slots);

    assertThat(sum(taken)).isLessThanOrEqualTo(free);
    assertThat(taken).hasSizeLessThanOrEqualTo(slots);
    assertThat(taken).isEqualTo(queued.subList(0, taken.size()));
  }

  @Property(seed = "2", tries = 500)
  void whatFitsIsTaken(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 2000) Integer> units,
      @ForAll @IntRange(max = 8000) int free,
      @ForAll @IntRange(max = 10) int slots) {
    List<Candidate> queued = candidates(units);

    List<Candidate> taken = Admission.take(queued, free, slots);

    if (taken.size() < Math.min(slots, queued.size())) {
      int next = queued.get(taken.size()).computeUnitsMilli();
      assertThat(sum(taken) + next).isGreaterThan(free);
    }
  }

  @Example
  void machineHasAsManyUnitsAsBothItsCoresAndItsMemoryAllow() {
    assertThat(ComputeUnits.ofMachine(2, 24L << 30)).isEqualTo(2000);
    assertThat(ComputeUnits.ofMachine(8, 16L << 30)).isEqualTo(4000);
    assertThat(ComputeUnits.ofMachine(1, 1L << 30)).isEqualTo(250);
  }
}
