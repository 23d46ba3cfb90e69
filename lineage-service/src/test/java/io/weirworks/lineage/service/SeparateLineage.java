package io.weirworks.lineage.service;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.SeparateInfra;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Members of the service on a broker and a database of their own, for tests that disturb them. */
final class SeparateLineage implements AutoCloseable {

  private static final String SCHEMA = "separate";

  private final SeparateInfra infra = Infra.separate();
  private final Kafka kafka = new Kafka(infra.broker().bootstrapServers());

  SeparateLineage() {
    infra.database().createSchema(SCHEMA);
  }

  Kafka kafka() {
    return kafka;
  }

  ApplicationContext member() {
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

  Connection connection() throws SQLException {
    return DriverManager.getConnection(
        infra.database().jdbcUrl(SCHEMA), infra.database().user(), infra.database().password());
  }

  /** Tells a pipeline's runs and waits until the member's graph has what they wrote. */
  void pipelineRan(ApplicationContext member, String name) throws Exception {
    Pipeline pipeline = new Pipeline(name);
    for (NodeRun run : pipeline.runs()) {
      kafka.tell(pipeline.workflowInstance(), run.id(), 3, pipeline.succeeded(run));
    }
    LiveGraph live = member.getBean(LiveGraph.class);
    await()
        .atMost(RunningLineage.PATIENCE)
        .until(() -> live.loaded().filter(graph -> graph.knows(name + ".report")).isPresent());
  }

  @Override
  public void close() {
    infra.close();
  }
}
