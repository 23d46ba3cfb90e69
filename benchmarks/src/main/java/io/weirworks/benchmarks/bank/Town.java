package io.weirworks.benchmarks.bank;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.Platform;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.shard.Bounds;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.DatabaseSessions;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartitionInfo;
import org.flywaydb.core.Flyway;

/** The bank's topics and its schema, made anew for one run, and who works on them. */
final class Town implements AutoCloseable {

  /** Where the plain baselines write the events that they make. */
  static final String PLAIN_EVENTS = "bench.plain.events";

  private static final String SLOT = "bench";

  private final Broker broker;
  private final int shards;
  private final AvroCodec codec = Bank.codec();
  private final MessagingSettings settings;
  private final HikariDataSource database;
  private final Admin admin;

  Town(Broker broker, Database server, String schema, int shards) {
    this.broker = broker;
    this.shards = shards;
    this.settings = MessagingSettings.of("bank-" + schema, SLOT);
    this.database = pool(server, schema);
    this.admin = clients().admin();
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/messaging", "classpath:db/bank")
        .load()
        .migrate();
    makeTopics();
  }

  private static HikariDataSource pool(Database server, String schema) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.jdbcUrl(schema));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setMaximumPoolSize(5);
    return new HikariDataSource(DatabaseSessions.configure(config));
  }

  private void makeTopics() {
    List<NewTopic> wanted = new ArrayList<>();
    for (Topic topic : Topics.of(Bank.SERVICE)) {
      wanted.add(new NewTopic(topic.name(), shards, (short) 1).configs(topic.config()));
    }
    for (String other : List.of(Bank.CURRENCIES, Bank.SALARIES)) {
      Map<String, String> config = Topics.byName(other).map(Topic::config).orElseThrow();
      wanted.add(new NewTopic(other, shards, (short) 1).configs(config));
    }
    wanted.add(new NewTopic(PLAIN_EVENTS, shards, (short) 1));
    try {
      remove(wanted.stream().map(NewTopic::name).toList());
      admin.createTopics(wanted).all().get();
      awaitLeaders(wanted.stream().map(NewTopic::name).toList());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the topics cannot be made", e);
    }
  }

  /** A producer that meets a partition without leader may hold its first records for seconds. */
  private void awaitLeaders(Collection<String> topics)
      throws InterruptedException, ExecutionException {
    Stream<TopicPartitionInfo> partitions;
    do {
      partitions =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .flatMap(topic -> topic.partitions().stream());
    } while (partitions.anyMatch(partition -> partition.leader() == null));
  }

  private void remove(Collection<String> names) throws InterruptedException, ExecutionException {
    Set<String> left = new HashSet<>(admin.listTopics().names().get());
    left.retainAll(names);
    if (!left.isEmpty()) {
      admin.deleteTopics(left).all().get();
    }
  }

  int shards() {
    return shards;
  }

  AvroCodec codec() {
    return codec;
  }

  HikariDataSource database() {
    return database;
  }

  static String topic(TopicKind kind) {
    return Bank.SERVICE.topic(kind);
  }

  Progress progress(String topic) {
    return new Progress(admin, topic, shards);
  }

  /** Bytes of the topic in the broker's log. */
  double logBytes(String topic) {
    try {
      int node = admin.describeCluster().controller().get().id();
      return admin.describeLogDirs(List.of(node)).allDescriptions().get().values().stream()
          .flatMap(folders -> folders.values().stream())
          .flatMap(folder -> folder.replicaInfos().entrySet().stream())
          .filter(replica -> replica.getKey().topic().equals(topic))
          .mapToLong(replica -> replica.getValue().size())
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker does not say how large its log is", e);
    }
  }

  /** Clients configured as messaging's own are. */
  KafkaClients clients() {
    return KafkaClients.of(Map.of("bootstrap.servers", broker.bootstrapServers()), settings);
  }

  Map<String, Object> plainConfig() {
    return Map.of(
        "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
  }

  Producer<byte[], byte[]> producer() {
    return clients().producer(Optional.empty());
  }

  /** The bank's only member; the caller closes it. */
  Messaging member(Bounds bounds, SimpleMeterRegistry registry) {
    return Messaging.start(
        Bank.definition(),
        settings,
        new Platform(clients(), database, Clock.systemUTC(), registry),
        shards,
        bounds);
  }

  @Override
  public void close() {
    admin.close();
    database.close();
  }
}
