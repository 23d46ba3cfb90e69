package io.weirworks.infra.testing;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.infra.database.JdbcDatabase;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mysql.MySQLContainer;

/** Kafka and MySQL in Docker, by Testcontainers; the images must be there already (platform 3). */
final class ContainerInfra implements Broker, AutoCloseable {

  private static final String LARGEST_MESSAGE = Integer.toString(MAX_MESSAGE_BYTES);

  private final KafkaContainer kafka;
  private final MySQLContainer mysql;

  private ContainerInfra(KafkaContainer kafka, MySQLContainer mysql) {
    this.kafka = kafka;
    this.mysql = mysql;
  }

  /**
   * Starts both and waits for them.
   *
   * @throws InfraException {@code WRONG_SETTING} where Testcontainers is not on the class path
   */
  static ContainerInfra start() {
    try {
      ContainerInfra started = new ContainerInfra(kafkaContainer(), mysqlContainer());
      Startables.deepStart(started.kafka, started.mysql).join();
      return started;
    } catch (NoClassDefFoundError e) {
      throw new InfraException(
          InfraException.Code.WRONG_SETTING,
          "-Dinfra=containers needs org.testcontainers:testcontainers-kafka and testcontainers-mysql in the module's"
              + " test scope; missing: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public String describe() {
    return kafka.getDockerImageName() + " on " + bootstrapServers();
  }

  Database database() {
    String address =
        "jdbc:mysql://"
            + mysql.getHost()
            + ":"
            + mysql.getMappedPort(MySQLContainer.MYSQL_PORT)
            + "/";
    return new JdbcDatabase(
        address, mysql.getUsername(), mysql.getPassword(), mysql.getDockerImageName());
  }

  @Override
  public void close() {
    kafka.stop();
    mysql.stop();
  }

  private static KafkaContainer kafkaContainer() {
    return new KafkaContainer(InfraChoice.KAFKA_IMAGE)
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withEnv("KAFKA_MESSAGE_MAX_BYTES", LARGEST_MESSAGE)
        .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", LARGEST_MESSAGE)
        .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
  }

  private static MySQLContainer mysqlContainer() {
    return new MySQLContainer(InfraChoice.MYSQL_IMAGE)
        .withUsername("root")
        .withPassword("weirworks-test")
        .withCommand(
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--transaction-isolation=READ-COMMITTED",
            "--max-allowed-packet=128M",
            "--default-time-zone=+00:00");
  }
}
