package io.weirworks.lineage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What the sources of a dataset know of it, whatever order its words came in. */
class DownstreamProperties {

  /** What one source shows. */
  private record Shown(Instant seenAt, List<Downstream> feeds) {}

  @Provide
  Arbitrary<List<TableUpdate>> updates() {
    return ArbitraryUpdates.updates();
  }

  private static Map<String, Shown> sources(List<TableUpdate> updates) {
    TableLineage state = null;
    Set<List<Object>> heard = new HashSet<>();
    Map<String, TableLineage> sources = new TreeMap<>();
    long sequence = 0;
    for (TableUpdate update : updates) {
      boolean again = !heard.add(List.of(update.writer(), update.by()));
      TableEvent.Told told = TableLineage.decide(state, update, again).orElse(null);
      if (told != null) {
        TableLineage after = TableLineage.evolve(state, told);
        sequence++;
        long number = sequence;
        TableLineage.news(state, told, after)
            .forEach(
                (source, news) ->
                    sources.compute(
                        source.id(), (id, known) -> hears(known, source, news, number)));
        state = after;
      }
    }
    Map<String, Shown> shown = new TreeMap<>();
    sources.forEach((id, source) -> shown.put(id, new Shown(source.seenAt(), source.feeds())));
    return shown;
  }

  private static TableLineage hears(
      @Nullable TableLineage known, DatasetRef source, TableLineage.News news, long sequence) {
    Provenance by = news.readBy();
    TableUpdate read = TableUpdate.read(source, by.writer(), by.first());
    TableLineage there =
        known == null
            ? TableLineage.evolve(null, new TableEvent.Told(read, read.version(), false))
            : known;
    return TableLineage.evolve(there, new TableEvent.Feeds(news.downstream(), sequence, by));
  }

  @Property(tries = 500, seed = "20261120")
  void sourcesShowTheSameWhateverOrderAndRepetitionWordsComeIn(
      @ForAll("updates") List<TableUpdate> updates, @ForAll Random random) {
    // given
    List<TableUpdate> shuffled = new ArrayList<>(updates);
    updates.forEach(update -> shuffled.add(updates.get(random.nextInt(updates.size()))));
    Collections.shuffle(shuffled, random);

    // then
    assertThat(sources(shuffled)).isEqualTo(sources(updates));
  }
}
