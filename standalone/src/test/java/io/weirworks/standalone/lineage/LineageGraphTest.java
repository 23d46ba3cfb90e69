package io.weirworks.standalone.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.contract.lineage.Column;
import io.weirworks.contract.lineage.ColumnEdge;
import io.weirworks.contract.lineage.Dataset;
import io.weirworks.contract.lineage.DatasetKind;
import io.weirworks.contract.lineage.EdgeKind;
import io.weirworks.contract.lineage.EdgeSubtype;
import io.weirworks.contract.lineage.KnownColumnEdge;
import io.weirworks.contract.lineage.KnownTableEdge;
import io.weirworks.contract.lineage.LineageSource;
import io.weirworks.contract.lineage.TableLineageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineageGraphTest {

  private static final Instant WHEN = Instant.parse("2026-11-20T06:00:00Z");

  private final Map<String, TableLineageState> tables = new HashMap<>();

  private TableLineageState table(String id) {
    return tables.computeIfAbsent(
        id,
        name ->
            TableLineageState.newBuilder()
                .setDataset(new Dataset(name, DatasetKind.TABLE, name))
                .setColumns(new ArrayList<>())
                .setUpstream(new ArrayList<>())
                .setDownstream(new ArrayList<>())
                .setColumnUpstream(new ArrayList<>())
                .setColumnDownstream(new ArrayList<>())
                .setUpdatedAt(WHEN)
                .build());
  }

  private void flows(String from, String to) {
    table(to)
        .getUpstream()
        .add(
            new KnownTableEdge(
                table(from).getDataset(), LineageSource.STATIC, "r", WHEN, List.of()));
    table(from)
        .getDownstream()
        .add(
            new KnownTableEdge(table(to).getDataset(), LineageSource.STATIC, "r", WHEN, List.of()));
  }

  private void flows(
      String from,
      String column,
      String to,
      String target,
      EdgeSubtype how,
      @Nullable String text) {
    EdgeKind kind = how == EdgeSubtype.FILTER ? EdgeKind.INDIRECT : EdgeKind.DIRECT;
    ColumnEdge edge = new ColumnEdge(from, column, to, target, kind, how, text, false);
    KnownColumnEdge known = new KnownColumnEdge(edge, LineageSource.STATIC, "r", WHEN, List.of());
    table(to).getColumns().add(new Column(target, null));
    table(to).getColumnUpstream().add(known);
    table(from).getColumnDownstream().add(known);
  }

  private LineageGraph graph() {
    return new LineageGraph(tables.values());
  }

  @Test
  void tableLeadsBackToAllThatItWasMadeFrom() {
    // given
    flows("f.raw", "f.clean");
    flows("f.clean", "f.report");
    flows("f.airports", "f.report");
    // then
    assertThat(graph().tree("F.Report", Direction.UPSTREAM).lines())
        .containsExactly("f.report", "├─ f.clean", "│  └─ f.raw", "└─ f.airports");
    assertThat(graph().tree("f.raw", Direction.DOWNSTREAM).lines())
        .containsExactly("f.raw", "└─ f.clean", "   └─ f.report");
  }

  @Test
  void tableThatFeedsItselfIsWalkedOnce() {
    // given
    flows("f.a", "f.a");
    // then
    assertThat(graph().tree("f.a", Direction.UPSTREAM).lines())
        .containsExactly("f.a", "└─ f.a  (see above)");
  }

  @Test
  void columnLeadsBackByValuesAndNamesWhatDecidesOnRows() {
    // given
    flows("path:/raw", "delay", "f.clean", "delay", EdgeSubtype.IDENTITY, null);
    flows("f.clean", "delay", "f.report", "avg_delay", EdgeSubtype.AGGREGATION, "avg(delay)");
    flows("f.clean", "cancelled", "f.report", "avg_delay", EdgeSubtype.FILTER, null);
    // then
    assertThat(graph().tree("f.report.avg_delay", Direction.UPSTREAM).lines())
        .containsExactly(
            "f.report.avg_delay",
            "├─ f.clean.delay  (AGGREGATION avg(delay))",
            "│  └─ path:/raw.delay  (IDENTITY)",
            "└─ f.clean.cancelled  (FILTER)");
    assertThat(graph().tree("path:/raw.delay", Direction.DOWNSTREAM).lines())
        .containsExactly(
            "path:/raw.delay",
            "└─ f.clean.delay  (IDENTITY)",
            "   └─ f.report.avg_delay  (AGGREGATION avg(delay))");
  }

  @Test
  void treeLeadsToWhatIsInItAndToNothingElse() {
    // given
    flows("path:/raw", "delay", "f.clean", "delay", EdgeSubtype.IDENTITY, null);
    flows("f.clean", "delay", "f.report", "avg_delay", EdgeSubtype.AGGREGATION, "avg(delay)");
    // when
    var tree = graph().find("f.report.avg_delay", Direction.UPSTREAM);
    // then
    assertThat(tree)
        .hasValueSatisfying(found -> assertThat(found.leadsTo("path:/raw.delay")).isTrue());
    assertThat(tree).hasValueSatisfying(found -> assertThat(found.leadsTo("path:/raw")).isFalse());
    assertThat(graph().find("f.report.delay", Direction.UPSTREAM)).isEmpty();
  }

  @Test
  void treeIsJsonWithItsBranches() {
    // given
    flows("f.clean", "delay", "f.report", "avg_delay", EdgeSubtype.AGGREGATION, "avg(delay)");
    // then
    assertThat(graph().tree("f.report.avg_delay", Direction.UPSTREAM).json())
        .hasToString(
            "{\"name\":\"f.report.avg_delay\",\"how\":null,\"run\":null,\"seenBefore\":false,\"branches\":["
                + "{\"name\":\"f.clean.delay\",\"how\":\"AGGREGATION avg(delay)\",\"run\":\"r\",\"seenBefore\":false,\"branches\":[]}]}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f.reprt | no table 'f.reprt' is known; did you mean 'f.report'?",
        "f.report.avgdelay | f.report has no column 'avgdelay'; did you mean 'avg_delay'?",
        "nothing | no table 'nothing' is known; known are f.clean, f.report",
      })
  void unknownNameIsRefusedWithTheNearest(String name, String message) {
    // given
    flows("f.clean", "delay", "f.report", "avg_delay", EdgeSubtype.IDENTITY, null);
    // then
    assertThatThrownBy(() -> graph().tree(name, Direction.UPSTREAM)).hasMessageContaining(message);
  }

  @Test
  void withoutAnyLineageItSaysWhereItComesFrom() {
    assertThatThrownBy(() -> new LineageGraph(List.of()).tree("a.b", Direction.UPSTREAM))
        .hasMessageContaining("no lineage is known yet");
  }
}
