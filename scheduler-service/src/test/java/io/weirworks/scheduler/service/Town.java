package io.weirworks.scheduler.service;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.contract.registry.WorkflowDeployed;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.registry.WorkspaceMode;
import io.weirworks.contract.registry.WorkspaceState;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.client.Command;
import io.weirworks.messaging.client.CommandClient;
import io.weirworks.messaging.client.Reply;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The real service between a registry, an executor and users that are only records. */
final class Town implements AutoCloseable {

  private static final int PARTITIONS = 4;
  private static final String USER = "user:ada";

  private final Infra infra = Infra.shared();
  private final String schema = infra.freshSchema("scheduler");
  private final String bootstrap = infra.broker().bootstrapServers();
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final Publisher publisher = new Publisher(bootstrap, codec);
  private final FakeExecutor executor = new FakeExecutor(publisher);
  private final Tape tape;
  private final CommandClient client;
  private ApplicationContext service;

  static Town build() {
    try {
      return new Town();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the tests' topics cannot be made", e);
    }
  }

  private Town() throws InterruptedException, ExecutionException {
    makeTopics();
    service = start(Duration.ZERO, 0);
    client = new CommandClient(kafka(), codec, List.of(Service.SCHEDULER));
    tape = new Tape(bootstrap, codec, taped(), executor::hear);
    tellWorkspace();
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", bootstrap);
  }

  private static List<String> taped() {
    return Stream.concat(
            Stream.of(
                    TopicKind.COMMANDS,
                    TopicKind.INTERNAL,
                    TopicKind.EVENTS,
                    TopicKind.STATE,
                    TopicKind.REPLIES,
                    TopicKind.DEAD_LETTERS)
                .map(Service.SCHEDULER::topic),
            Stream.of(TopicKind.INTERNAL, TopicKind.EVENTS).map(Service.EXECUTOR::topic))
        .toList();
  }

  private void makeTopics() throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(kafka())) {
      admin
          .createTopics(
              Topics.all().stream()
                  .filter(topic -> topic.service() != Service.LINEAGE)
                  .map(Town::newTopic)
                  .toList())
          .all()
          .get();
    }
  }

  private static NewTopic newTopic(Topic topic) {
    return new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config());
  }

  private ApplicationContext start(Duration clockShift, int slot) {
    Map<String, Object> overrides = new HashMap<>();
    overrides.put("micronaut.server.port", 0);
    overrides.put("kafka.bootstrap.servers", bootstrap);
    overrides.put("datasources.default.url", infra.database().jdbcUrl(schema));
    overrides.put("datasources.default.username", infra.database().user());
    overrides.put("datasources.default.password", infra.database().password());
    overrides.put("weirworks.scheduler.waits.every", "1s");
    overrides.put("weirworks.scheduler.retention.every", "1s");
    overrides.put("weirworks.scheduler.zone-rules.every", "1s");
    overrides.put("weirworks.messaging.slot", "slot-" + slot);
    overrides.put("weirworks.messaging.leave-on-stop", true);
    overrides.put("weirworks.messaging.clock-shift", clockShift.toString());
    return ServiceHost.start(Service.SCHEDULER, overrides);
  }

  /** Another instance of the service beside the first. */
  record Member(ApplicationContext context) {
    void leave() {
      context.close();
    }
  }

  /**
   * Starts another instance of the service, which takes over some of the shards.
   *
   * @param slot not 0, which the first one has
   */
  Member join(int slot) {
    return new Member(start(Duration.ZERO, slot));
  }

  /** Stops the service. */
  void stop() {
    service.close();
  }

  /**
   * Starts the service again.
   *
   * @param clockShift how much later it believes it is
   */
  void startAgain(Duration clockShift) {
    service = start(clockShift, 0);
  }

  FakeExecutor executor() {
    return executor;
  }

  Tape tape() {
    return tape;
  }

  private void tellWorkspace() {
    tellRegistry(
        "ws-1",
        1,
        WorkspaceState.newBuilder()
            .setWorkspaceId("ws-1")
            .setName(Workflows.WORKSPACE)
            .setDisplayName("Flights")
            .setMode(WorkspaceMode.BASIC)
            .setTimeZone("UTC")
            .setCreatedAt(Instant.parse("2025-01-01T00:00:00Z"))
            .build());
  }

  /** Tells of a deployed workflow and waits until the service has read it. */
  void deploy(WorkflowState state) {
    var definition = state.getDefinition();
    tellRegistry(definition.getWorkflowId(), definition.getVersion(), state);
    soon()
        .until(
            () ->
                ask(Workflows.backfill(definition.getName(), "2025-01-02", "2025-01-01").build())
                    .rejection()
                    .code(),
            "InvalidParameter"::equals);
  }

  /** Tells that a workflow was deployed at a time, so that it has instances by the clock. */
  void schedule(WorkflowState state, Instant at) {
    deploy(state);
    var definition = state.getDefinition();
    publisher.tell(
        Service.REGISTRY.topic(TopicKind.EVENTS),
        Service.REGISTRY.source(),
        definition.getWorkspace() + "/" + definition.getName(),
        definition.getWorkflowId(),
        definition.getVersion(),
        new WorkflowDeployed(definition, "{}", at, null),
        at,
        null);
  }

  /** A command that only a service of ours may give, in the story of another. */
  void askInternally(Answer cause, String workflowInstance, SpecificRecord command) {
    publisher.tell(
        Service.SCHEDULER.topic(TopicKind.INTERNAL),
        Service.SCHEDULER.source(),
        workflowInstance,
        workflowInstance,
        1,
        command,
        tape.story(cause.commandId()).findFirst().orElseThrow().envelope());
  }

  private void tellRegistry(String subject, long sequence, SpecificRecord state) {
    publisher.tell(
        Service.REGISTRY.topic(TopicKind.STATE),
        Service.REGISTRY.source(),
        subject,
        subject,
        sequence,
        state,
        null);
  }

  /** A command with its reply. */
  record Answer(String commandId, Reply reply) {

    Reply.Accepted accepted() {
      return (Reply.Accepted) reply;
    }

    Rejection rejection() {
      return ((Reply.Rejected) reply).rejection();
    }
  }

  Answer ask(SpecificRecord value)
      throws InterruptedException, ExecutionException, TimeoutException {
    Command command =
        Command.of(Service.SCHEDULER, "/test/user", USER, "any", Workflows.WORKSPACE, value);
    return new Answer(command.id(), client.send(command).get(60, TimeUnit.SECONDS));
  }

  /** A session of the service's own schema. */
  Connection database() throws SQLException {
    return DriverManager.getConnection(
        infra.database().jdbcUrl(schema), infra.database().user(), infra.database().password());
  }

  /** The service over HTTP. */
  Web web() {
    return new Web(service.getBean(EmbeddedServer.class).getURI(), USER);
  }

  static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }

  @Override
  public void close() {
    tape.close();
    client.close();
    service.close();
    publisher.close();
  }
}
