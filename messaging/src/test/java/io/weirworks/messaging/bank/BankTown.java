package io.weirworks.messaging.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.messaging.wire.ShardOf;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Fresh topics and a fresh schema for one test, members of the bank's service, and a customer. */
public final class BankTown implements AutoCloseable {

  public static final int SHARDS = 4;
  private static final String CUSTOMER = "/bank/customer";

  private final String bootstrap;
  private final Database database;
  private final String schema;
  private final String group;
  private final AvroCodec codec = Bank.codec();
  private final Producer<byte[], byte[]> producer;
  private final List<Runnable> open = new ArrayList<>();

  private BankTown(Broker broker, Database database, String schema) {
    this.bootstrap = broker.bootstrapServers();
    this.database = database;
    this.schema = schema;
    this.group = "bank-" + schema;
    this.producer = clients("customer").producer(Optional.empty());
  }

  /** Topics made anew, an empty schema. */
  public static BankTown fresh(Broker broker, Database database, String schema) {
    BankTown town = new BankTown(broker, database, schema);
    town.topics().forEach(town::makeAnew);
    try (HikariDataSource source = town.dataSource()) {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/messaging", "classpath:db/bank")
          .load()
          .migrate();
    }
    return town;
  }

  /** The town as another process sees it. */
  public static BankTown existing(Broker broker, Database database, String schema) {
    return new BankTown(broker, database, schema);
  }

  public String schema() {
    return schema;
  }

  public AvroCodec codec() {
    return codec;
  }

  public List<String> topics() {
    return Stream.concat(
            Topics.of(Bank.SERVICE).stream().map(Topic::name),
            Stream.of(Bank.CURRENCIES, Bank.SALARIES))
        .toList();
  }

  /** Deletes the topic where it is there, and makes it with {@link #SHARDS} partitions. */
  public void makeAnew(String topic) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      if (admin.listTopics().names().get().contains(topic)) {
        admin.deleteTopics(List.of(topic)).all().get();
      }
      Map<String, String> config = Topics.byName(topic).map(Topic::config).orElseThrow();
      NewTopic wanted = new NewTopic(topic, SHARDS, (short) 1).configs(config);
      for (int tries = 0; tries < 50; tries++) {
        try {
          admin.createTopics(List.of(wanted)).all().get();
          return;
        } catch (java.util.concurrent.ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
      throw new IllegalStateException("topic " + topic + " does not go");
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public Admin admin() {
    Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    open.add(admin::close);
    return admin;
  }

  public HikariDataSource dataSource() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl(schema));
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(5);
    config.setMinimumIdle(0);
    config.setIdleTimeout(10_000);
    config.setConnectionTimeout(5_000);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql("SET SESSION wait_timeout = 15, innodb_lock_wait_timeout = 3");
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  public MessagingSettings settings(String slot) {
    return MessagingSettings.of(group, slot);
  }

  public KafkaClients clients(String slot) {
    return KafkaClients.of(Map.of("bootstrap.servers", bootstrap), settings(slot));
  }

  public Messaging member(String slot) {
    return member(settings(slot), clients(slot), source -> source);
  }

  /** A member with doubles between it and its servers. */
  public Messaging member(
      MessagingSettings settings, KafkaClients clients, UnaryOperator<DataSource> database) {
    HikariDataSource source = dataSource();
    Messaging member =
        Messaging.start(
            Bank.definition(),
            settings,
            clients,
            database.apply(source),
            Clock.systemUTC(),
            new SimpleMeterRegistry(),
            SHARDS);
    open.add(source::close);
    open.add(member::close);
    return member;
  }

  /** A command of the customer's, with the record key and partition that a plain producer gives. */
  public Order order(SpecificRecord command, String account) {
    return new Order(
        this,
        command,
        account,
        "order-" + UUID.randomUUID(),
        "user:customer",
        List.of(),
        null,
        null);
  }

  /** A command on its way. */
  public record Order(
      BankTown town,
      SpecificRecord command,
      String account,
      String id,
      String actor,
      List<Precondition> after,
      @Nullable Integer partition,
      @Nullable String key) {

    public Order id(String other) {
      return new Order(town, command, account, other, actor, after, partition, key);
    }

    public Order actor(String other) {
      return new Order(town, command, account, id, other, after, partition, key);
    }

    public Order after(Precondition... needed) {
      return new Order(town, command, account, id, actor, List.of(needed), partition, key);
    }

    public Order partition(int other) {
      return new Order(town, command, account, id, actor, after, other, key);
    }

    public Order key(@Nullable String other) {
      return new Order(town, command, account, id, actor, after, partition, other);
    }

    /** Sends it, asking for a reply. */
    public Order send() {
      town.publish(
          Bank.SERVICE.topic(TopicKind.COMMANDS),
          partition == null ? ShardOf.key(account, SHARDS) : partition,
          key == null ? account : key,
          town.codec.encode(command),
          EnvelopeHeaders.write(
              new Envelope(
                  id,
                  CUSTOMER,
                  command.getSchema().getFullName(),
                  "",
                  Instant.now(),
                  "bank",
                  actor,
                  null,
                  null,
                  id,
                  0,
                  Bank.SERVICE.topic(TopicKind.REPLIES),
                  after,
                  null)));
      return this;
    }
  }

  /** An event or a state record of another service. */
  public void tell(String topic, String key, String subject, long sequence, SpecificRecord value) {
    publish(
        topic,
        ShardOf.key(key, SHARDS),
        key,
        codec.encode(value),
        EnvelopeHeaders.write(
            new Envelope(
                subject + "/" + sequence,
                "/bank/other",
                value.getSchema().getFullName(),
                subject,
                Instant.now(),
                null,
                "service:other",
                null,
                null,
                subject,
                sequence,
                null,
                List.of(),
                null)));
  }

  public void publish(String topic, int partition, String key, byte[] value, HeaderList headers) {
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), value, headers.list()));
  }

  public void flush() {
    producer.flush();
  }

  /** Everything on one of the bank's topics until now. */
  public TopicLog read(TopicKind kind) {
    return TopicLog.read(bootstrap, Bank.SERVICE.topic(kind), codec);
  }

  public TopicLog read(String topic) {
    return TopicLog.read(bootstrap, topic, codec);
  }

  /** A column of the rows that a query gives. */
  public List<String> query(String sql) {
    try (HikariDataSource source = dataSource();
        Connection c = source.getConnection();
        Statement statement = c.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public int execute(String sql) {
    try (HikariDataSource source = dataSource();
        Connection c = source.getConnection();
        Statement statement = c.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    open.reversed().forEach(Runnable::run);
    producer.close();
  }
}
