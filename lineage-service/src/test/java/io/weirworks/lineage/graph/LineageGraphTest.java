package io.weirworks.lineage.graph;

import static io.weirworks.lineage.graph.Direction.DOWNSTREAM;
import static io.weirworks.lineage.graph.Direction.UPSTREAM;
import static io.weirworks.lineage.graph.Updates.edges;
import static io.weirworks.lineage.graph.Updates.run;
import static io.weirworks.lineage.graph.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.lineage.dataset.Job;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageGraphTest {

  private final FedGraph fed = new FedGraph();
  private final LineageGraph graph = fed.graph();

  private List<String> into(String table) {
    return graph.tables(table, UPSTREAM, 1, 100).edges().stream().map(TableStep::source).toList();
  }

  @Test
  void newerCompleteWordReplacesTheWritersOlderOne() {
    // given
    fed.apply(update("load", run(1), true, "d.t", edges("d.old.x -> d.t.x")));

    // when
    fed.apply(update("load", run(2), true, "d.t", edges("d.new.x -> d.t.x")));

    // then
    assertThat(into("d.t")).containsExactly("d.new");
    assertThat(graph.tables("d.old", DOWNSTREAM, 1, 100).edges()).isEmpty();
  }

  @Test
  void jobThatWritesWithoutReadingIsAWriter() {
    // when
    fed.apply(update("load", run(1), true, "d.t", List.of()));

    // then
    assertThat(graph.writers("d.t")).containsExactly(new Job("demo", "load"));
    assertThat(graph.writtenBy(new Job("demo", "load"))).containsExactly("d.t");
    assertThat(into("d.t")).isEmpty();
  }

  @Test
  void incompleteWordAddsAndReplacesNothing() {
    // given
    fed.apply(update("load", run(1), true, "d.t", edges("d.old.x -> d.t.x")));

    // when
    fed.apply(update("load", run(2), false, "d.t", edges("d.new.x -> d.t.x")));

    // then
    assertThat(into("d.t")).containsExactlyInAnyOrder("d.old", "d.new");
  }

  @Test
  void wordsOfDifferentWritersStandSideBySide() {
    // given
    fed.apply(update("load", run(1), true, "d.t", edges("d.a.x -> d.t.x")));

    // when
    fed.apply(update("repair", run(2), true, "d.t", edges("d.b.x -> d.t.x")));

    // then
    assertThat(into("d.t")).containsExactlyInAnyOrder("d.a", "d.b");
    assertThat(graph.writers("d.t"))
        .containsExactlyInAnyOrder(new Job("demo", "load"), new Job("demo", "repair"));
  }

  @Test
  void statementsOfOneRunStandTogether() {
    // given
    fed.apply(update("load", run(1, 4), true, "d.t", edges("d.a.x -> d.t.x")));

    // when
    fed.apply(update("load", run(1, 2), true, "d.t", edges("d.b.x -> d.t.y")));

    // then
    assertThat(into("d.t")).containsExactlyInAnyOrder("d.a", "d.b");
  }

  @Test
  void whatWasSaidBeforeADropIsNoMoreAndWhatTheSameScriptSaysAfterItIs() {
    // given
    fed.apply(update("load", run(1), false, "d.t", edges("d.a.x -> d.t.x")));

    // when
    fed.apply(update("remake", run(2, 1), true, "d.t", edges("d.b.x -> d.t.x")));
    fed.apply(Updates.drop("remake", run(2, 0), "d.t"));

    // then
    assertThat(into("d.t")).containsExactly("d.b");
  }

  @Test
  void jobIsKnownByWhatItWritesWhateverItReads() {
    // given
    fed.apply(update("load", run(1), true, "d.t", edges("d.a.x -> d.t.x")));
    fed.apply(update("load", run(1), true, "d.u", edges("d.a.x -> d.u.x")));

    // when
    fed.apply(update("load", run(2), true, "d.u", edges()));
    fed.apply(Updates.drop("clear", run(3), "d.t"));

    // then
    assertThat(into("d.u")).isEmpty();
    assertThat(graph.writtenBy(new Job("demo", "load"))).containsExactly("d.u");
  }

  @Test
  void latestConfirmationOfAnEdgeIsShown() {
    // given
    fed.apply(update("load", run(3), true, "d.t", edges("d.a.x -> d.t.x")));
    fed.apply(update("repair", run(2), true, "d.t", edges("d.a.x -> d.t.x")));

    // when
    Steps<TableStep> reach = graph.tables("d.t", UPSTREAM, 1, 100);

    // then
    assertThat(reach.edges()).containsExactly(new TableStep("d.a", "d.t", run(3), 1));
    assertThat(graph.summary().tableEdges()).isEqualTo(2);
  }

  @Test
  void whoNamesTheFilesMeansTheTable() {
    // given
    fed.apply(Updates.located(run(1), "d.t", "path:/wh/t"));
    fed.apply(update("load", run(1), true, "path:/wh/t", edges("d.a.x -> path:/wh/t.x")));

    // when
    fed.apply(update("report", run(1), true, "d.r", edges("d.t.x -> d.r.y")));

    // then
    assertThat(graph.tables("d.r", UPSTREAM, 9, 100).edges())
        .containsExactly(
            new TableStep("d.t", "d.r", run(1), 1), new TableStep("d.a", "path:/wh/t", run(1), 2));
    assertThat(
            graph.columns(new ColumnNode("d.a", "x"), DOWNSTREAM, Following.DIRECT, 9, 100).edges())
        .extracting(step -> step.edge().targetDataset(), ColumnStep::depth)
        .containsExactly(tuple("path:/wh/t", 1), tuple("d.r", 2));
  }
}
