package io.weirworks.lineage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.weirworks.contract.lineage.AssessImpact;
import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.TopicKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of an impact that is due while its member does not hold the graph, or ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactRestartTest {

  private static final Duration PATIENCE = RunningLineage.PATIENCE;
  private SeparateLineage lineage;
  private Kafka kafka;

  @BeforeAll
  void ownServers() {
    lineage = new SeparateLineage();
    kafka = lineage.kafka();
  }

  @AfterAll
  void leave() {
    lineage.close();
  }

  private int due() throws SQLException {
    try (Connection connection = lineage.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM impact_due")) {
      row.next();
      return row.getInt(1);
    }
  }

  private List<ImpactAssessed> told() {
    return Kafka.values(kafka.read(TopicKind.EVENTS), ImpactAssessed.class);
  }

  @Test
  void impactThatIsDueOutlivesItsMemberAndHoldsNobodyUpWhileTheGraphIsNotLoaded() throws Exception {
    // given
    try (ApplicationContext member = lineage.member()) {
      lineage.pipelineRan(member, "kept");
    }

    // when: the rows cannot be read, so that there is no graph
    try (Connection lock = lineage.connection();
        Statement statement = lock.createStatement()) {
      statement.execute("LOCK TABLES lineage_table WRITE");
      try (ApplicationContext member = lineage.member()) {
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
    try (ApplicationContext _ = lineage.member()) {
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
