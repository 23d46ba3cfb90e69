package io.weirworks.lineage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableHistoryTest {

  private static final DatasetRef TABLE = dataset("d.t");
  private static final Writer WRITER = new Writer(new Job("ws", "flow.fill"), KnownBy.STATIC);

  private static DatasetRef dataset(String name) {
    return new DatasetRef(name, DatasetKind.TABLE, name);
  }

  private static TableHistory.Said said(int run, boolean dropped, String... sources) {
    Version version =
        Version.of(
            TABLE.id(),
            Arrays.stream(sources).map(source -> new TableEdge(dataset(source), TABLE)).toList(),
            List.of());
    Confirmation by = new Confirmation("r" + run, 0, Instant.ofEpochSecond(run));
    return new TableHistory.Said(WRITER, by, version, !dropped, dropped);
  }

  private static List<String> told(List<TableHistory.Said> words) {
    return TableHistory.of(words).stream()
        .map(
            change ->
                change.said().by().runId()
                    + " +"
                    + change.tablesAdded().stream().map(TableEdge::sourceDataset).toList()
                    + " -"
                    + change.tablesRemoved().stream().map(TableEdge::sourceDataset).toList())
        .toList();
  }

  @Test
  void onlyWordsThatChangeSomethingAreToldInTheOrderOfTheirRunsHoweverTheyCame() {
    // given
    List<TableHistory.Said> words =
        new ArrayList<>(
            List.of(
                said(1, false, "a"),
                said(2, false, "a"),
                said(3, false, "a", "b"),
                said(4, false, "b"),
                said(5, false, "b"),
                said(6, true),
                said(7, false, "b")));

    // when
    Collections.shuffle(words, new Random(3));

    // then
    assertThat(told(words))
        .containsExactly("r1 +[a] -[]", "r3 +[b] -[]", "r4 +[] -[a]", "r6 +[] -[b]", "r7 +[b] -[]");
  }
}
