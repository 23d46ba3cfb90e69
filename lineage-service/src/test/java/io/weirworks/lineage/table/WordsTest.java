package io.weirworks.lineage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of all that was said counts. */
class WordsTest {

  private static final DatasetRef TABLE = dataset("d.t");
  private static final Writer STATIC = new Writer(new Job("ws", "flow.fill"), KnownBy.STATIC);
  private static final Writer RUNTIME = new Writer(new Job("ws", "flow.fill"), KnownBy.RUNTIME);

  private static DatasetRef dataset(String name) {
    return new DatasetRef(name, DatasetKind.TABLE, name);
  }

  private static Confirmation at(int run, int statement) {
    return new Confirmation("r" + run, statement, Instant.ofEpochSecond(run));
  }

  private static Version from(String... sources) {
    return Version.of(
        TABLE.id(),
        Arrays.stream(sources).map(source -> new TableEdge(dataset(source), TABLE)).toList(),
        List.of());
  }

  private static List<String> sources(Words words) {
    return CurrentEdges.of(words).tables().stream()
        .map(known -> known.edge().sourceDataset())
        .sorted()
        .toList();
  }

  @Test
  void newestCompleteWordOfAWriterReplacesItsOlderOnes() {
    Words words =
        Words.NONE
            .with(STATIC, from("a", "b"), at(1, 0), true)
            .with(STATIC, from("b"), at(2, 0), true);
    assertThat(sources(words)).containsExactly("b");
    assertThat(sources(words.with(STATIC, from("a"), at(1, 5), false))).containsExactly("b");
  }

  @Test
  void wordThatSaysNoEdgeReplacesToo() {
    Words words =
        Words.NONE
            .with(STATIC, from("a"), at(1, 0), true)
            .with(STATIC, Version.NOTHING, at(2, 0), true);
    assertThat(sources(words)).isEmpty();
  }

  @Test
  void allThatOneRunSaysIsSaidTogether() {
    Words words =
        Words.NONE
            .with(STATIC, from("a"), at(1, 0), true)
            .with(STATIC, from("b"), at(1, 1), true)
            .with(STATIC, Version.NOTHING, at(1, 2), true);
    assertThat(sources(words)).containsExactly("a", "b");
  }

  @Test
  void incompleteWordAddsAndNeverReplaces() {
    Words words =
        Words.NONE.with(STATIC, from("a"), at(1, 0), true).with(STATIC, from("b"), at(2, 0), false);
    assertThat(sources(words)).containsExactly("a", "b");
  }

  @Test
  void wordsOfDifferentWritersStandSideBySideAndEachIsNamed() {
    Words words =
        Words.NONE
            .with(STATIC, from("a", "b"), at(1, 0), true)
            .with(RUNTIME, from("b"), at(2, 0), true)
            .with(STATIC, from("a", "b"), at(3, 0), true);
    assertThat(sources(words)).containsExactly("a", "b");
    assertThat(CurrentEdges.of(words).tables())
        .filteredOn(known -> known.edge().sourceDataset().equals("b"))
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.saidBy())
                  .extracting(by -> by.writer().knownBy())
                  .containsExactly(KnownBy.STATIC, KnownBy.RUNTIME);
              assertThat(known.latest().first()).isEqualTo(at(1, 0));
              assertThat(known.by()).isEqualTo(at(3, 0));
            });
  }

  @Test
  void edgeThatSeveralVersionsOfAWriterSayIsAsOldAsTheFirst() {
    Words words =
        Words.NONE
            .with(STATIC, from("a", "b"), at(1, 0), true)
            .with(STATIC, from("b"), at(2, 0), true);
    assertThat(CurrentEdges.of(words).tables().getFirst().latest().first()).isEqualTo(at(1, 0));
  }

  @Test
  void dropEndsWhatWasSaidBeforeItAndNotWhatTheSameScriptSaysAfter() {
    Words words =
        Words.NONE
            .with(RUNTIME, from("a"), at(1, 0), true)
            .with(STATIC, from("b"), at(2, 1), true)
            .withDrop(at(2, 0));
    assertThat(sources(words)).containsExactly("b");
    assertThat(sources(words.withDrop(at(3, 0)))).isEmpty();
  }

  @Test
  void beyondTheBoundWhatWasSaidLongestAgoGoesInWhateverOrderItComes() {
    // given
    int batch = 100;
    List<Integer> runs =
        new ArrayList<>(IntStream.rangeClosed(0, Words.MOST / batch).boxed().toList());

    // when
    Words inOrder = told(runs, batch);
    Collections.shuffle(runs, new Random(1));
    Words shuffled = told(runs, batch);

    // then
    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(inOrder.truncated()).isTrue();
    assertThat(inOrder.all())
        .hasSize(Words.MOST / batch)
        .noneMatch(word -> word.saidBy().last().equals(at(0, 0)));
  }

  @Test
  void ofWhatIsNoLongerSaidTheLatestVersionsAreKept() {
    Words words = Words.NONE;
    for (int run = 0; run < 100; run++) {
      words = words.with(STATIC, from("s" + run), at(run, 0), true).bounded();
    }
    assertThat(words.all()).hasSize(1 + Words.LAPSED);
    assertThat(words.truncated()).isFalse();
  }

  private static Words told(List<Integer> runs, int batch) {
    Words words = Words.NONE;
    for (int run : runs) {
      List<ColumnEdge> edges =
          IntStream.range(run * batch, (run + 1) * batch)
              .mapToObj(i -> new ColumnEdge("d.s", "c" + i, "d.t", "x", Flow.IDENTITY, "e", false))
              .toList();
      Version version = Version.of(TABLE.id(), List.of(), edges);
      words = words.with(STATIC, version, at(run, 0), false).bounded();
    }
    return words;
  }
}
