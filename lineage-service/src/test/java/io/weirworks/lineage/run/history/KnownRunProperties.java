package io.weirworks.lineage.run.history;

import static io.weirworks.lineage.run.history.ToldRuns.event;
import static io.weirworks.lineage.run.history.ToldRuns.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any order and any repetition of a run's events tells the same of it (R55). */
class KnownRunProperties {

  @Provide
  Arbitrary<List<KnownRun>> runs() {
    Arbitrary<String> type =
        Arbitraries.of("OTHER", "START", "RUNNING", "ABORT", "FAIL", "COMPLETE");
    Arbitrary<Integer> second = Arbitraries.integers().between(0, 9);
    Arbitrary<String> dataset = Arbitraries.of("d.a", "d.b", "d.c");
    return Combinators.combine(type, second, dataset)
        .as(
            (t, s, d) ->
                told(
                    event(
                        t,
                        s,
                        "job" + s % 3,
                        "",
                        "{\"namespace\":\"hive\",\"name\":\"%s\"}".formatted(d))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 300, seed = "20261120")
  void anyOrderAndRepetitionOfEventsGivesTheSameRun(
      @ForAll("runs") List<KnownRun> runs, @ForAll Random random) {
    // given
    List<KnownRun> shuffled = new ArrayList<>(runs);
    runs.forEach(run -> shuffled.add(runs.get(random.nextInt(runs.size()))));
    Collections.shuffle(shuffled, random);

    // when
    KnownRun inOrder = runs.stream().reduce(KnownRun::with).orElseThrow();
    KnownRun inDisorder = shuffled.stream().reduce(KnownRun::with).orElseThrow();

    // then
    assertThat(inDisorder).isEqualTo(inOrder);
  }
}
