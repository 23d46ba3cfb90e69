package io.weirworks.lineage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any order and any repetition of updates gives the same table (field-failures R55). */
class TableLineageProperties {

  @Provide
  Arbitrary<List<TableUpdate>> updates() {
    return ArbitraryUpdates.updates();
  }

  private static List<TableEvent.Told> events(List<TableUpdate> updates) {
    TableLineage state = null;
    Set<List<Object>> heard = new HashSet<>();
    List<TableEvent.Told> told = new ArrayList<>();
    for (TableUpdate update : updates) {
      boolean again = !heard.add(List.of(update.writer(), update.by()));
      Optional<TableEvent.Told> event = TableLineage.decide(state, update, again);
      if (event.isPresent()) {
        state = TableLineage.evolve(state, event.get());
        told.add(event.get());
      }
    }
    return told;
  }

  private static @Nullable TableLineage evolved(List<TableEvent.Told> events) {
    TableLineage state = null;
    for (TableEvent event : events) {
      state = TableLineage.evolve(state, event);
    }
    return state;
  }

  private static TableLineage told(List<TableUpdate> updates) {
    return Objects.requireNonNull(evolved(events(updates)));
  }

  private static List<TableUpdate> shuffled(List<TableUpdate> updates, Random random) {
    List<TableUpdate> shuffled = new ArrayList<>(updates);
    for (int i = 0; i < updates.size(); i++) {
      shuffled.add(updates.get(random.nextInt(updates.size())));
    }
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  @Property(tries = 1_000, seed = "20261120")
  void anyPermutationAndDuplicationGivesTheSameTable(
      @ForAll("updates") List<TableUpdate> updates, @ForAll Random random) {
    assertThat(told(shuffled(updates, random))).isEqualTo(told(updates));
  }

  @Property(tries = 300, seed = "20261120")
  void whatIsKnownTellsNothingAgain(@ForAll("updates") List<TableUpdate> updates) {
    TableLineage state = told(updates);
    assertThat(updates).allSatisfy(u -> assertThat(TableLineage.decide(state, u, true)).isEmpty());
  }

  @Property(tries = 500, seed = "20261120")
  void eventsAloneGiveTheTableThoughWhatWasSaidBeforeIsLeftOut(
      @ForAll("updates") List<TableUpdate> updates, @ForAll Random random) {
    // given
    List<TableEvent.Told> events = events(shuffled(updates, random));

    // when
    List<TableEvent.Told> read = events.stream().map(TableEvent.Told::withoutRepetition).toList();

    // then
    assertThat(evolved(read)).isEqualTo(told(updates));
  }

  @Property(tries = 1_000, seed = "20261120")
  void anEdgeIsCurrentByTheRuleAndNoOther(@ForAll("updates") List<TableUpdate> updates) {
    Words words = told(updates).words();
    CurrentEdges current = CurrentEdges.of(words);
    assertThat(current.tables().stream().map(known -> known.edge().key()).toList())
        .containsExactlyInAnyOrderElementsOf(currentKeys(updates, TableUpdate::tableEdges));
    assertThat(current.columns().stream().map(known -> known.edge().key()).toList())
        .containsExactlyInAnyOrderElementsOf(currentKeys(updates, TableUpdate::columnEdges));
  }

  /** The rule as it is written down, edge by edge. */
  private static Set<String> currentKeys(
      List<TableUpdate> updates, Function<TableUpdate, List<? extends Edge>> edges) {
    Set<String> current = new HashSet<>();
    for (Writer writer : ArbitraryUpdates.WRITERS) {
      List<TableUpdate> words = updates.stream().filter(u -> u.writer().equals(writer)).toList();
      Optional<Confirmation> complete = last(words.stream().filter(TableUpdate::complete));
      Optional<Confirmation> dropped = last(updates.stream().filter(TableUpdate::drops));
      Set<String> keys =
          words.stream()
              .flatMap(u -> edges.apply(u).stream())
              .map(Edge::key)
              .collect(Collectors.toSet());
      for (String key : keys) {
        Confirmation confirmed =
            last(words.stream()
                    .filter(u -> edges.apply(u).stream().anyMatch(e -> e.key().equals(key))))
                .orElseThrow();
        if (complete.filter(confirmed::isOfRunBefore).isEmpty()
            && dropped.filter(drop -> confirmed.compareTo(drop) <= 0).isEmpty()) {
          current.add(key);
        }
      }
    }
    return current;
  }

  private static Optional<Confirmation> last(Stream<TableUpdate> words) {
    return words.map(TableUpdate::by).max(Comparator.naturalOrder());
  }
}
