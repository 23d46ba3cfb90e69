package io.weirworks.standalone.demo;

import io.weirworks.contract.registry.ComputingResourceType;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.contract.registry.DeployWorkflow;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.infra.process.Waiting;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.asking.Asking;
import io.weirworks.standalone.asking.ReplyText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The commands of a demo. What an earlier one made stays as it is: deploying what is in force
 * already changes nothing.
 */
final class DemoCommands implements AutoCloseable {

  static final String WORKSPACE = "demo";

  private static final String RESOURCE = "local";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How long the scheduler may take to read what the registry has just accepted. */
  private static final Duration KNOWN_LIMIT = Duration.ofSeconds(30);

  private final Asking registry;
  private final Asking scheduler;
  private final Consumer<String> out;
  private final Set<String> accepted = new LinkedHashSet<>();

  DemoCommands(String bootstrapServers, Consumer<String> out) {
    this.registry = Asking.of(bootstrapServers, Service.REGISTRY, PATIENCE);
    this.scheduler = Asking.of(bootstrapServers, Service.SCHEDULER, PATIENCE);
    this.out = out;
  }

  /** Ids of the commands that were accepted; what followed from them carries them. */
  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /**
   * Makes workspace and computing resource and deploys the workflow.
   *
   * @throws StandaloneException {@code REJECTED}, {@code NO_REPLY}
   */
  void prepare(FlightsExample example) {
    make(
        CreateWorkspace.newBuilder()
            .setName(WORKSPACE)
            .setDisplayName("Demo")
            .setDescription("The workspace of ./weirworks demo")
            .build(),
        WORKSPACE);
    make(
        RegisterComputingResource.newBuilder()
            .setWorkspace(WORKSPACE)
            .setName(RESOURCE)
            .setType(ComputingResourceType.LOCAL)
            .build(),
        RESOURCE);
    DeployWorkflow deploy =
        DeployWorkflow.newBuilder()
            .setWorkspace(WORKSPACE)
            .setSpec(example.document())
            .setComment("weirworks demo")
            .build();
    tell(deploy, FlightsExample.WORKFLOW, subject(deploy, registry.ask(deploy, Optional.empty())));
  }

  private void make(SpecificRecord command, String name) {
    Reply reply = registry.ask(command, Optional.empty());
    boolean there =
        reply instanceof Reply.Rejected(var _, Rejection rejection)
            && rejection.code().equals(Rejection.CONFLICT);
    tell(command, name, there ? "there already" : subject(command, reply));
  }

  /**
   * Starts the backfill and returns its id.
   *
   * @throws StandaloneException {@code REJECTED}, {@code NO_REPLY}
   */
  String backfill(FlightsExample example, LocalDate from, LocalDate to, int parallelism) {
    StartBackfill command =
        StartBackfill.newBuilder()
            .setWorkspace(WORKSPACE)
            .setWorkflow(FlightsExample.WORKFLOW)
            .setFromBizdate(from.toString())
            .setToBizdate(to.toString())
            .setParallelism(parallelism)
            .setParameters(example.parameters())
            .build();
    AtomicReference<Reply> last = new AtomicReference<>();
    Waiting.until(
        KNOWN_LIMIT,
        () -> {
          last.set(scheduler.ask(command, Optional.empty()));
          return !isNotKnownYet(last.get());
        });
    String backfill = subject(command, last.get());
    tell(command, FlightsExample.WORKFLOW, backfill);
    return backfill;
  }

  private static boolean isNotKnownYet(Reply reply) {
    return reply instanceof Reply.Rejected(var _, Rejection rejection)
        && rejection.code().equals(Rejection.NOT_FOUND);
  }

  private String subject(SpecificRecord command, Reply reply) {
    return switch (reply) {
      case Reply.Accepted(String id, String subject, var _) -> {
        accepted.add(id);
        yield subject;
      }
      case Reply.Rejected _ ->
          throw new StandaloneException(
              StandaloneException.Code.REJECTED,
              command.getSchema().getName() + " was " + ReplyText.line(reply));
    };
  }

  private void tell(SpecificRecord command, String name, String outcome) {
    out.accept("%-25s %-8s %s".formatted(command.getSchema().getName(), name, outcome));
  }

  @Override
  public void close() {
    registry.close();
    scheduler.close();
  }
}
