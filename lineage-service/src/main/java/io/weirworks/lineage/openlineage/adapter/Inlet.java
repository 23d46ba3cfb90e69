package io.weirworks.lineage.openlineage.adapter;

import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.lineage.internal.adapter.InternalCommands;
import io.weirworks.lineage.openlineage.Address;
import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where events become commands of our own: read, addressed, and published to the shard that decides
 * on their run. What is acknowledged is not lost.
 */
@Singleton
class Inlet {

  private static final String ROOM = "openlineage";

  private final InternalCommands commands;

  Inlet(InternalCommands commands) {
    this.commands = commands;
  }

  /**
   * @param event as JSON
   * @return done once all replicas have it; at once for what is no run's, which confirms nothing
   */
  CompletableFuture<Void> take(String event) throws NotAnEventException {
    return switch (EventReader.read(event)) {
      case OpenLineageEvent.OfRun(var run) -> publish(command(Address.of(run), event));
      case OpenLineageEvent.OfJob _, OpenLineageEvent.OfDataset _ ->
          CompletableFuture.completedFuture(null);
    };
  }

  private static RecordOpenLineage command(Address address, String event) {
    RecordOpenLineage.Builder command =
        RecordOpenLineage.newBuilder()
            .setOrderingKey(address.orderingKey())
            .setEvents(List.of(event));
    switch (address) {
      case Address.OfRun(var _, String run, String application) ->
          command.setRunId(run).setApplication(application);
      case Address.OfApplication(var _, String application) -> command.setApplication(application);
      case Address.OfOthers _ -> {}
    }
    return command.build();
  }

  private CompletableFuture<Void> publish(RecordOpenLineage command) {
    return commands.send(ROOM, command.getOrderingKey(), command, null);
  }

  /** For what does not belong to the shard: dead letters. */
  CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    return commands.send(record);
  }
}
