package io.weirworks.messaging.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.bank.AccountOpened;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.Platform;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.DatabaseSessions;
import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Told;
import io.weirworks.messaging.storage.Transactions;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Fresh topics and a fresh schema for one test, members of the bank's service, and a customer. */
public final class BankTown implements AutoCloseable {

  public static final int SHARDS = 4;
  private final String bootstrap;
  private final Database database;
  private final String schema;
  private final String group;
  private final AvroCodec codec = Bank.codec();
  private final Producer<byte[], byte[]> producer;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final List<Runnable> open = new ArrayList<>();

  private BankTown(Broker broker, Database database, String schema) {
    this.bootstrap = broker.bootstrapServers();
    this.database = database;
    this.schema = schema;
    this.group = "bank-" + schema;
    this.producer = clients("customer").producer(Optional.empty());
  }

  /** On the servers that all tests of this JVM share. */
  public static BankTown fresh() {
    Infra infra = Infra.shared();
    return fresh(infra.broker(), infra.database(), infra.freshSchema("bank"));
  }

  /** Topics made anew, an empty schema. */
  public static BankTown fresh(Broker broker, Database database, String schema) {
    BankTown town = new BankTown(broker, database, schema);
    town.makeAnew(town.topics());
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

  public String bootstrap() {
    return bootstrap;
  }

  public Database database() {
    return database;
  }

  /** What all members of this town measured. */
  public MeterRegistry meters() {
    return meters;
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

  /** Deletes the topics where they are there, and makes them with {@link #SHARDS} partitions. */
  public void makeAnew(Collection<String> topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Set<String> there = new HashSet<>(admin.listTopics().names().get());
      there.retainAll(topics);
      admin.deleteTopics(there).all().get();
      await().until(() -> Collections.disjoint(admin.listTopics().names().get(), topics));
      admin.createTopics(topics.stream().map(BankTown::newTopic).toList()).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NewTopic newTopic(String name) {
    return new NewTopic(name, SHARDS, (short) 1)
        .configs(Topics.byName(name).map(Topic::config).orElseThrow());
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
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(DatabaseSessions.configure(config));
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
            new Platform(clients, database.apply(source), Clock.systemUTC(), meters),
            SHARDS);
    open.add(source::close);
    open.add(member::close);
    return member;
  }

  /** A command of the customer's; {@code account} says where a plain producer sends it. */
  public Order order(SpecificRecord command, String account) {
    return Order.of(this, command, account);
  }

  /** An open account, for a test that begins with one. */
  public void open(String account) {
    replies(order(new OpenAccount(account, "holder of " + account), account).send(), 1);
  }

  /** Opens this many accounts at once. */
  public List<String> openMany(int count) {
    List<Order> orders =
        IntStream.range(0, count)
            .mapToObj(i -> order(new OpenAccount("acc-" + i, "holder " + i), "acc-" + i).send())
            .toList();
    await().until(() -> read(TopicKind.EVENTS).values(AccountOpened.class).size() >= count);
    return orders.stream().map(Order::key).map(String::valueOf).toList();
  }

  /** An account id with this beginning whose records lie on this shard. */
  public static String on(int shard, String beginning) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> beginning + "-" + i)
        .filter(id -> ShardOf.key(id, SHARDS) == shard)
        .findFirst()
        .orElseThrow();
  }

  /** An event or a state record of another service. */
  public void tell(String topic, String key, String subject, long sequence, SpecificRecord value) {
    String type = value.getSchema().getFullName();
    HeaderList headers = headers(subject + "/" + sequence, type, subject, sequence, List.of());
    send(topic, key, codec.encode(value), headers);
  }

  /** The removal of another service's subject. */
  public void tombstone(String topic, String key, String subject, long sequence, Class<?> type) {
    send(
        topic,
        key,
        null,
        headers(subject + "/" + sequence, type.getName(), subject, sequence, List.of()));
  }

  /** A command of one of our own services, without asking for a reply. */
  public void ask(SpecificRecord command, String account, Precondition... after) {
    String type = command.getSchema().getFullName();
    send(
        Bank.SERVICE.topic(TopicKind.INTERNAL),
        account,
        codec.encode(command),
        headers("ask-" + UUID.randomUUID(), type, "", 0, List.of(after)));
  }

  private void send(String topic, String key, byte @Nullable [] value, HeaderList headers) {
    send(record(topic, ShardOf.key(key, SHARDS), key.getBytes(UTF_8), value, headers));
  }

  private static HeaderList headers(
      String id, String type, String subject, long sequence, List<Precondition> after) {
    return EnvelopeHeaders.write(
        new Envelope(
            id,
            "/bank/other",
            type,
            subject,
            Instant.now(),
            null,
            "service:other",
            null,
            null,
            id,
            sequence,
            null,
            after,
            null));
  }

  @SuppressWarnings("NullAway") // a record may have neither key nor value
  public static ProducerRecord<byte[], byte[]> record(
      String topic,
      int partition,
      byte @Nullable [] key,
      byte @Nullable [] value,
      HeaderList headers) {
    return new ProducerRecord<>(topic, partition, key, value, headers.list());
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    Future<?> _ = sent(record);
  }

  public Future<RecordMetadata> sent(ProducerRecord<byte[], byte[]> record) {
    return producer.send(record);
  }

  /** Sends it and waits; empty where the broker does not take it. */
  public Optional<RecordMetadata> written(ProducerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(producer.send(record).get());
    } catch (ExecutionException refused) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

  /** The replies to an order, once there are as many as expected. */
  public List<SpecificRecord> replies(Order order, int expected) {
    return await()
        .until(
            () -> read(TopicKind.REPLIES).causedBy(order.id()), found -> found.size() >= expected);
  }

  /** The code of a refusal, or {@code accepted}. */
  public static String code(SpecificRecord reply) {
    return reply instanceof CommandRejected rejected ? rejected.getCode() : "accepted";
  }

  /** Patient enough for a busy machine. */
  public static ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200));
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
      int rows = statement.executeUpdate(sql);
      c.commit();
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an operator tells a shard, as its HTTP endpoint writes it down. */
  public void tell(OperatorTable.Instruction instruction) {
    try (HikariDataSource source = dataSource()) {
      Transactions.write(
          source,
          c -> OperatorTable.tell(c, new Told(instruction, "user:operator", Instant.now())));
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
