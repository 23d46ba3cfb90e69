package io.weirworks.standalone.asking;

import io.weirworks.messaging.client.Command;
import io.weirworks.messaging.client.CommandClient;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Publishes commands to one service and waits for their replies.
 *
 * @param patience how long to wait for one
 */
public record Asking(CommandClient client, Service service, String actor, Duration patience)
    implements AutoCloseable {

  private static final String SOURCE = "/weirworks/command-line";

  /** How long to look for a topic that is not there. */
  private static final long TOPIC_LIMIT_MILLIS = 10_000;

  private static final String WORKSPACE = "workspace";

  /** Connects; what is asked is asked by the user of this operating system. */
  public static Asking of(String bootstrapServers, Service service, Duration patience) {
    AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
    CommandClient client =
        new CommandClient(
            Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", TOPIC_LIMIT_MILLIS),
            codec,
            List.of(service));
    return new Asking(client, service, "user:" + System.getProperty("user.name"), patience);
  }

  /**
   * The reply to this command.
   *
   * @param id idempotency key; empty: one of its own
   * @throws StandaloneException {@code NO_REPLY}; the command may still be decided
   */
  public Reply ask(SpecificRecord value, Optional<String> id) {
    Optional<String> workspace = text(value, WORKSPACE);
    Command fresh = Command.of(service, SOURCE, actor, key(value), workspace.orElse(null), value);
    Command command =
        id.map(
                chosen ->
                    new Command(
                        service, chosen, SOURCE, actor, fresh.key(), fresh.workspace(), value))
            .orElse(fresh);
    try {
      return client.send(command).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StandaloneException(
          StandaloneException.Code.NO_REPLY,
          ("no reply from %s in %d s; the command %s is on its topic and may still be decided:"
                  + " send it again with --id %s to hear its outcome")
              .formatted(service.id(), patience.toSeconds(), command.id(), command.id()),
          e);
    } catch (ExecutionException e) {
      throw new StandaloneException(
          StandaloneException.Code.NO_REPLY,
          "the command could not be published: " + e.getCause(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the reply");
    }
  }

  /** Any key does, since what arrives on the wrong partition is forwarded; this one often fits. */
  private static String key(SpecificRecord value) {
    return text(value, "name")
        .or(() -> text(value, WORKSPACE))
        .orElseGet(() -> String.valueOf(value.get(0)));
  }

  private static Optional<String> text(SpecificRecord value, String name) {
    Schema.Field field = value.getSchema().getField(name);
    return Optional.ofNullable(field)
        .map(Schema.Field::pos)
        .flatMap(position -> Optional.ofNullable(value.get(position)))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  @Override
  public void close() {
    client.close();
  }
}
