package io.weirworks.lineage.run.evidence;

import static io.weirworks.lineage.run.evidence.Events.event;
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

/** Any order and any repetition of a run's events, its end among them, tells the same (R55). */
class EvidenceProperties {

  private static final String END = "the run's end";
  private static final List<String> PARTS =
      List.of(
          "in d.a", "in d.b", "in d.c", "out d.x", "out d.y", "col d.a.k>d.x.k", "col d.b.v>d.x.v");

  /** An engine tells one version and one text of a run, and COMPLETE at one time. */
  @Provide
  Arbitrary<List<String>> events() {
    Arbitrary<Integer> statement = Arbitraries.integers().between(1, 4);
    Arbitrary<String> type = Arbitraries.of("START", "RUNNING", "COMPLETE", "FAIL", "OTHER");
    Arbitrary<List<String>> parts = Arbitraries.of(PARTS).list().ofMaxSize(3).uniqueElements();
    return Combinators.combine(type, statement, parts)
        .as(
            (t, s, some) -> {
              List<String> all = new ArrayList<>(some);
              all.add("sql INSERT " + s % 3);
              all.add(s == 4 ? "spark 2.4.8" : "spark 4.2.0");
              return event(t, s, s, all.toArray(String[]::new));
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Told told(EvidenceOwner owner, List<String> inputs) {
    Told told = new Told(owner);
    for (String input : inputs) {
      if (input.equals(END)) {
        told.change(before -> before.decided(Events.succeeded("INSERT 0", "INSERT 1;")));
      } else {
        told.hear(input);
      }
    }
    return told;
  }

  private static List<String> shuffled(List<String> inputs, Random random) {
    List<String> all = new ArrayList<>(inputs);
    for (int i = 0; i < inputs.size(); i++) {
      all.add(inputs.get(random.nextInt(inputs.size())));
    }
    Collections.shuffle(all, random);
    return all;
  }

  @Property(tries = 400, seed = "20261120")
  void anyPermutationAndDuplicationOfOurRunsEventsTellsTheSame(
      @ForAll("events") List<String> events, @ForAll Random random) {
    // given
    boolean mixed = events.stream().anyMatch(e -> e.contains("2.4.8"));
    List<String> inputs = new ArrayList<>(events);
    inputs.add(END);

    // when
    Told inOrder = told(Events.OURS, inputs);
    Told inDisorder = told(Events.OURS, shuffled(inputs, random));

    // then
    assertThat(edges(inDisorder)).isEqualTo(edges(inOrder));
    assertThat(inDisorder.gaps()).containsExactlyInAnyOrderElementsOf(inOrder.gaps());
    if (!mixed) {
      assertThat(inDisorder.known()).isEqualTo(inOrder.known());
    }
  }

  /** Without whether it is whole: what is not known may become known too late. */
  private static List<String> edges(Told told) {
    return told.known().entrySet().stream()
        .filter(said -> !said.getValue().edges().isEmpty() || !said.getValue().changes().isEmpty())
        .map(said -> said.getKey() + said.getValue().edges() + said.getValue().changes())
        .toList();
  }

  @Property(tries = 200, seed = "20261120")
  void anyPermutationAndDuplicationOfOthersEventsTellsTheSame(
      @ForAll("events") List<String> events, @ForAll Random random) {
    List<String> ofOne = events.stream().filter(e -> e.contains(Events.id(1))).toList();
    EvidenceOwner owner = new EvidenceOwner.Others(Events.id(1));

    assertThat(told(owner, shuffled(ofOne, random)).known()).isEqualTo(told(owner, ofOne).known());
  }

  @Property(tries = 100, seed = "20261120")
  void whatWasToldIsNotToldAgain(@ForAll("events") List<String> events) {
    // given
    List<String> inputs = new ArrayList<>(events);
    inputs.add(END);
    Told told = told(Events.OURS, inputs);
    int words = told.words.size();

    // when
    events.forEach(told::hear);

    // then
    assertThat(told.words).hasSize(words);
  }
}
