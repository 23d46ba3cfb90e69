package io.weirworks.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InfraExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InfraTest {

  private static final AtomicReference<EmbeddedDatabase> OF_ONE_TEST = new AtomicReference<>();

  @Test
  void theSharedBrokerTakesATopic(Infra infra) throws Exception {
    // given
    String topic = Infra.freshName("topic");
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, infra.broker().bootstrapServers()))) {
      // when
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(3), Optional.empty())))
          .all()
          .get(30, TimeUnit.SECONDS);
      // then
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains(topic);
    }
  }

  @Test
  void theSharedDatabaseTakesASchema(Infra infra) throws Exception {
    // given
    String schema = infra.freshSchema("schema");
    // when
    try (Connection connection =
            DriverManager.getConnection(
                infra.database().jdbcUrl(schema),
                infra.database().user(),
                infra.database().password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT DATABASE()")) {
      // then
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).isEqualTo(schema);
    }
  }

  @Test
  void allTestsOfOneJvmShareOneBrokerAndOneDatabase(Infra infra) {
    assertThat(Infra.shared()).isSameAs(infra);
  }

  @Test
  @Order(1)
  void aTestThatAsksForASeparateDatabaseGetsOneOfItsOwn(SeparateInfra own, Infra shared) {
    // when
    OF_ONE_TEST.set(own.database());
    // then
    assertThat(own.database().isRunning()).isTrue();
    assertThat(own.database().jdbcUrl("x")).isNotEqualTo(shared.database().jdbcUrl("x"));
  }

  @Test
  @Order(2)
  void aSeparateDatabaseEndsWithItsTest(SeparateInfra another) {
    assertThat(OF_ONE_TEST.get().isRunning()).isFalse();
    assertThat(OF_ONE_TEST.get().folder().path()).isNotEqualTo(another.database().folder().path());
  }
}
