package io.weirworks.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.ColumnEdge;
import io.weirworks.lineage.sql.Dependency;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.LineageSession;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.workflow.NodeDefinition;
import io.weirworks.registry.workflow.NodeType;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlightsDocumentTest {

  private static final LocalDate BIZDATE = LocalDate.of(2001, 1, 2);
  private static final Map<String, String> PLACES =
      Map.of("data_dir", "/some/data", "out_dir", "/some/reports");

  @Test
  void registryAcceptsIt() throws Exception {
    assertThat(FlightsWorkflow.read()).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void nodesFollowOneAnotherFromAZeroLoadRoot() throws Exception {
    List<NodeDefinition> nodes = FlightsWorkflow.deployed().definition().nodes();
    assertThat(nodes)
        .extracting(NodeDefinition::id)
        .containsExactly(
            "root", "load_raw", "clean", "route_delays", "airport_report", "report_csv");
    assertThat(nodes)
        .extracting(node -> node.script().type())
        .containsExactly(
            NodeType.VIRTUAL,
            NodeType.EMR_SPARK_SQL,
            NodeType.EMR_SPARK_SQL,
            NodeType.EMR_SPARK_SQL,
            NodeType.EMR_SPARK_SQL,
            NodeType.EMR_SHELL);
    assertThat(nodes.getFirst().upstreams()).isEmpty();
    assertThat(nodes.subList(1, nodes.size()))
        .allSatisfy(node -> assertThat(node.upstreams()).hasSize(1));
  }

  @Test
  void everyParameterIsReplacedByTheBackfill() throws Exception {
    // given
    FlightsWorkflow workflow = FlightsWorkflow.deployed();

    // then
    assertThat(List.of("load_raw", "clean", "route_delays", "airport_report", "report_csv"))
        .allSatisfy(
            node ->
                assertThat(workflow.code(node, BIZDATE, PLACES))
                    .doesNotContain("${")
                    .doesNotContain("_with_the_run"));
    assertThat(workflow.code("clean", BIZDATE, PLACES)).contains("ds = '20010102'");
    assertThat(workflow.code("load_raw", BIZDATE, PLACES))
        .contains("'/some/data/flights-10k.json'");
  }

  @Test
  void documentNamesNoPlaceOfAnyMachine() throws Exception {
    assertThat(FlightsWorkflow.text()).doesNotContainPattern("['\"\\s]/\\w");
  }

  @Test
  void averageDelayOfTheReportIsTracedBackToTheRawFile() throws Exception {
    // given
    FlightsWorkflow workflow = FlightsWorkflow.deployed();
    LineageSession session = SqlLineage.create().open(Dialect.SPARK, Catalog.EMPTY);
    List<ColumnEdge> edges = new ArrayList<>();

    // when
    for (String node : List.of("load_raw", "clean", "route_delays", "airport_report")) {
      ScriptLineage script = session.analyse(workflow.code(node, BIZDATE, PLACES));
      assertThat(script.diagnostics()).isEmpty();
      script.statements().forEach(statement -> edges.addAll(statement.columnEdges()));
    }

    // then
    assertThat(directUpstream("flights.airport_report.avg_delay", edges))
        .contains(
            "flights.route_delays.delay_minutes",
            "flights.clean_flights.delay",
            "flights.raw_flights.delay",
            "path:/some/data/flights-10k.json.delay")
        .noneMatch(column -> column.startsWith("?"));
  }

  private static Set<String> directUpstream(String column, List<ColumnEdge> edges) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(column));
    while (!open.isEmpty()) {
      String target = open.poll();
      edges.stream()
          .filter(edge -> edge.to().id().equals(target))
          .filter(edge -> edge.dependency() instanceof Dependency.Direct)
          .map(edge -> edge.from().id())
          .filter(found::add)
          .forEach(open::add);
    }
    return found;
  }
}
