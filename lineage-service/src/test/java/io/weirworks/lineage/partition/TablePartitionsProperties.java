package io.weirworks.lineage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.PartitionChange.Kind;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Which partitions are there after statements, in whatever order they are heard. */
class TablePartitionsProperties {

  private static final TableName NAME = TableName.of("d", "t");
  private static final DatasetRef TABLE = new DatasetRef("d.t", DatasetKind.TABLE, "d.t");

  @Provide
  Arbitrary<List<TableUpdate>> updates() {
    Arbitrary<PartitionSpec> spec =
        Arbitraries.of(
            spec("ds", "1", "hr", "1"),
            spec("hr", "2", "ds", "1"),
            spec("ds", "2", "hr", "1"),
            spec("ds", "1"),
            PartitionSpec.ALL);
    Arbitrary<PartitionChange> change =
        Combinators.combine(Arbitraries.of(Kind.class), spec)
            .as((kind, which) -> new PartitionChange(NAME, kind, which));
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 5),
            change.list().ofMaxSize(3))
        .as((run, index, drop, changes) -> update(run, index, drop == 0, changes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .uniqueElements(TableUpdate::by);
  }

  @Property(tries = 1_000, seed = "20261120")
  void anyPermutationAndDuplicationOfStatementsGivesTheSamePartitions(
      @ForAll("updates") List<TableUpdate> updates, @ForAll Random random) {
    assertThat(heard(shuffled(updates, random))).isEqualTo(heard(updates));
  }

  @Property(tries = 1_000, seed = "20261120")
  void partitionIsThereIfItsLastWordIsBehindAllDropsThatMeanIt(
      @ForAll("updates") List<TableUpdate> updates) {
    assertThat(there(heard(updates))).isEqualTo(expected(updates));
  }

  @Property(tries = 300, seed = "20261120")
  void whatIsKnownIsNotToldAgain(@ForAll("updates") List<TableUpdate> updates) {
    Heard heard = heard(updates);
    assertThat(updates)
        .allSatisfy(
            update ->
                assertThat(TablePartitions.decide(heard.partitions, update, heard.dropped()))
                    .isEmpty());
  }

  @Example
  void latestWordsStayInAnyOrderWhereTheyAreTooMany() {
    // given
    List<TableUpdate> updates =
        new ArrayList<>(
            IntStream.range(0, 1_500)
                .mapToObj(
                    day ->
                        update(
                            day,
                            0,
                            false,
                            List.of(
                                new PartitionChange(
                                    NAME, Kind.WRITTEN, spec("ds", "" + day % 1_200)))))
                .toList());
    Heard inOrder = heard(updates);

    // when
    Collections.shuffle(updates, new Random(1));

    // then
    assertThat(heard(updates)).isEqualTo(inOrder);
    assertThat(there(inOrder)).hasSize(TablePartitions.MOST);
  }

  @Example
  void tableOfWhichNoPartitionWasNamedKeepsNothingThoughItIsDropped() {
    assertThat(heard(List.of(update(1, 0, true, List.of()))).partitions).isNull();
  }

  /** The rule as it is written down, over all that was ever said. */
  private static Set<Map<String, String>> expected(List<TableUpdate> updates) {
    List<PartitionWord> words = new ArrayList<>();
    for (TableUpdate update : updates) {
      words.addAll(TablePartitions.evolve(null, told(update)).words());
    }
    return words.stream()
        .filter(word -> !word.drops() && words.stream().noneMatch(other -> ends(other, word)))
        .map(word -> word.spec().values())
        .collect(Collectors.toSet());
  }

  private static PartitionEvent told(TableUpdate update) {
    List<PartitionChange> changes = update.partitionChanges();
    Confirmation dropped = update.drops() ? update.by() : null;
    Optional<PartitionEvent> said =
        TablePartitions.decide(new TablePartitions(TABLE, List.of()), update, dropped);
    return said.orElseGet(
        () -> {
          assertThat(changes).isEmpty();
          return new PartitionEvent(TABLE, List.of());
        });
  }

  private static boolean ends(PartitionWord drop, PartitionWord word) {
    return drop.drops()
        && drop.at().compareTo(word.at()) >= 0
        && word.spec().values().entrySet().containsAll(drop.spec().values().entrySet());
  }

  private static Set<Map<String, String>> there(Heard heard) {
    return heard.partitions == null
        ? Set.of()
        : heard.partitions.there().stream()
            .map(word -> word.spec().values())
            .collect(Collectors.toSet());
  }

  private record Heard(@Nullable TableLineage table, @Nullable TablePartitions partitions) {

    @Nullable Confirmation dropped() {
      return table == null ? null : table.words().dropped();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Heard heard
          && String.valueOf(partitions).equals(String.valueOf(heard.partitions));
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** As the dataset's shard hears them. */
  private static Heard heard(List<TableUpdate> updates) {
    TableLineage table = null;
    TablePartitions partitions = null;
    Set<Confirmation> known = new HashSet<>();
    for (TableUpdate update : updates) {
      Optional<TableEvent.Told> told = TableLineage.decide(table, update, !known.add(update.by()));
      if (told.isPresent()) {
        table = TableLineage.evolve(table, told.get());
      }
      Confirmation dropped = table == null ? null : table.words().dropped();
      if (!update.partitionChanges().isEmpty() || update.drops()) {
        Optional<PartitionEvent> event = TablePartitions.decide(partitions, update, dropped);
        if (event.isPresent()) {
          partitions = TablePartitions.evolve(partitions, event.get());
        }
      }
    }
    return new Heard(table, partitions);
  }

  private static List<TableUpdate> shuffled(List<TableUpdate> updates, Random random) {
    List<TableUpdate> shuffled = new ArrayList<>(updates);
    updates.forEach(u -> shuffled.add(updates.get(random.nextInt(updates.size()))));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static TableUpdate update(
      int run, int index, boolean drops, List<PartitionChange> changes) {
    return new TableUpdate(
        TABLE,
        new Writer(new Job("ws", "flow.node"), KnownBy.STATIC),
        new Confirmation("run-" + run, index, Instant.ofEpochSecond(run / 2)),
        false,
        drops ? List.of(new SchemaChange.Dropped(NAME)) : List.of(),
        List.of(),
        List.of(),
        null,
        changes);
  }

  private static PartitionSpec spec(String... parts) {
    Map<String, String> values = new java.util.LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      values.put(parts[i], parts[i + 1]);
    }
    return new PartitionSpec(values);
  }
}
