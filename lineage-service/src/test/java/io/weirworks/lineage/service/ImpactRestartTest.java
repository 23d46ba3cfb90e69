package io.weirworks.lineage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.weirworks.contract.lineage.AssessImpact;
import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.SeparateInfra;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.messaging.client.Reply;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of an impact that is due while its member does not hold the graph, or ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactRestartTest {

  private static final Duration PATIENCE = RunningLineage.PATIENCE;
  private static final String SCHEMA = "impact_restart";

  private SeparateInfra infra;
  private Kafka kafka;

  @BeforeAll
  void ownServers() {
    infra = Infra.separate();
    infra.database().createSchema(SCHEMA);
    kafka = new Kafka(infra.broker().bootstrapServers());
  }

  @AfterAll
  void leave() {
    infra.close();
  }

  private ApplicationContext member() {
    return ServiceHost.start(
        Service.LINEAGE,
        Map.of(
            "micronaut.server.port", 0,
            "weirworks.messaging.partitions", 1,
            "kafka.bootstrap.servers", infra.broker().bootstrapServers(),
            "datasources.default.url", infra.database().jdbcUrl(SCHEMA),
            "datasources.default.username", infra.database().user(),
            "datasources.default.password", infra.database().password()));
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        infra.database().jdbcUrl(SCHEMA), infra.database().user(), infra.database().password());
  }

  private int due() throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM impact_due")) {
      row.next();
      return row.getInt(1);
    }
  }

  private List<ImpactAssessed> told() {
    return Kafka.values(kafka.read(TopicKind.EVENTS), ImpactAssessed.class);
  }

  private void pipelineRan(ApplicationContext member) throws Exception {
    Pipeline pipeline = new Pipeline("kept");
    for (NodeRun run : pipeline.runs()) {
      kafka.tell(pipeline.workflowInstance(), run.id(), 3, pipeline.succeeded(run));
    }
    LiveGraph live = member.getBean(LiveGraph.class);
    await()
        .atMost(PATIENCE)
        .until(() -> live.loaded().filter(graph -> graph.knows("kept.report")).isPresent());
  }

  @Test
  void impactThatIsDueOutlivesItsMemberAndHoldsNobodyUpWhileTheGraphIsNotLoaded() throws Exception {
    // given
    try (ApplicationContext member = member()) {
      pipelineRan(member);
    }

    // when: the rows cannot be read, so that there is no graph
    try (Connection lock = connection();
        Statement statement = lock.createStatement()) {
      statement.execute("LOCK TABLES lineage_table WRITE");
      try (ApplicationContext member = member()) {
        Neighbours.tellFailed(kafka, "ni-kept", "clean");
        await().atMost(PATIENCE).until(() -> due() == 1);

        // then: what comes behind it on its shard is decided
        Reply reply = kafka.ask(AssessImpact.newBuilder().setNames(List.of("kept.clean")).build());
        assertThat(reply).isInstanceOf(Reply.Rejected.class);
        assertThat(((Reply.Rejected) reply).rejection().message()).contains("being loaded");
        assertThat(member.getBean(LiveGraph.class).loaded()).isEmpty();
      }
    }
    assertThat(told()).isEmpty();

    // when: another member comes
    try (ApplicationContext _ = member()) {
      await().atMost(PATIENCE).until(() -> due() == 0);
      await().atMost(PATIENCE).until(() -> !told().isEmpty());
      Neighbours.tellFailed(kafka, "ni-kept", "clean");
      Neighbours.tellFailed(kafka, "ni-behind", "clean");
      await().atMost(PATIENCE).until(() -> told().size() >= 2);

      // then
      assertThat(told())
          .extracting(ImpactAssessed::getNodeInstanceId)
          .containsExactly("ni-kept", "ni-behind");
      assertThat(told().getFirst().getTables())
          .extracting(table -> table.getDataset())
          .contains("kept.report");
      await().atMost(PATIENCE).until(() -> due() == 0);
    }
  }
}
