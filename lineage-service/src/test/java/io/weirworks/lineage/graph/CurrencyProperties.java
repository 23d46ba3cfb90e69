package io.weirworks.lineage.graph;

import static io.weirworks.lineage.graph.Direction.UPSTREAM;
import static io.weirworks.lineage.graph.Updates.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.table.TableUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Which edges are current, whatever the order of updates (R55): against the rule as it is said. */
class CurrencyProperties {

  private static final String TARGET = "d.t";

  @Provide
  Arbitrary<List<TableUpdate>> updates() {
    Arbitrary<ColumnEdge> edge =
        Arbitraries.of("d.a.x", "d.a.y", "d.b.x", "d.t.x")
            .map(source -> Updates.edge(source + " -> d.t.z"));
    Arbitrary<Confirmation> by =
        Combinators.combine(
                Arbitraries.integers().between(1, 4), Arbitraries.integers().between(0, 1))
            .as(Updates::run);
    Arbitrary<TableUpdate> said =
        Combinators.combine(
                Arbitraries.of("one", "two"),
                by,
                Arbitraries.of(true, false),
                edge.list().ofMaxSize(3).uniqueElements())
            .as((job, when, complete, edges) -> Updates.update(job, when, complete, TARGET, edges));
    Arbitrary<TableUpdate> dropped = by.map(when -> Updates.drop("two", when, TARGET));
    return Arbitraries.frequencyOf(Tuple.of(6, said), Tuple.of(1, dropped)).list().ofMaxSize(8);
  }

  @Property(tries = 1_000, seed = "20261120")
  void anyOrderAndAnyRepetitionGivesTheSameGraph(
      @ForAll("updates") List<TableUpdate> updates, @ForAll Random random) {
    List<TableUpdate> shuffled = new ArrayList<>(updates);
    shuffled.addAll(updates);
    Collections.shuffle(shuffled, random);
    assertThat(Updates.graph(shuffled).summary()).isEqualTo(Updates.graph(updates).summary());
  }

  @Property(tries = 1_000, seed = "20261120")
  void anEdgeIsCurrentAsTheRuleSays(@ForAll("updates") List<TableUpdate> updates) {
    Set<String> current = new HashSet<>();
    for (TableUpdate update : updates) {
      for (ColumnEdge edge : update.columnEdges()) {
        if (isCurrent(edge, update, updates)) {
          current.add(edge.key());
        }
      }
    }
    assertThat(
            Updates.graph(updates)
                .columns(new ColumnNode(TARGET, "z"), UPSTREAM, Following.ALL, 1, 100)
                .edges())
        .extracting(step -> step.edge().key())
        .containsExactlyInAnyOrderElementsOf(current);
  }

  private static boolean isCurrent(ColumnEdge edge, TableUpdate said, List<TableUpdate> all) {
    List<TableUpdate> own =
        all.stream().filter(update -> update.writer().equals(said.writer())).toList();
    Confirmation confirmed =
        latest(own.stream().filter(update -> update.columnEdges().contains(edge)).toList());
    Confirmation complete = latest(own.stream().filter(TableUpdate::complete).toList());
    Confirmation dropped =
        latest(
            all.stream()
                .filter(
                    update ->
                        update.schemaChanges().stream()
                            .anyMatch(SchemaChange.Dropped.class::isInstance))
                .toList());
    return confirmed.observedAt().compareTo(complete.observedAt()) >= 0
        && confirmed.compareTo(dropped) > 0;
  }

  private static Confirmation latest(List<TableUpdate> updates) {
    return updates.stream().map(TableUpdate::by).max(Comparator.naturalOrder()).orElse(run(0));
  }
}
