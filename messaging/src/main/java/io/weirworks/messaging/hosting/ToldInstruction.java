package io.weirworks.messaging.hosting;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Told;
import java.time.Instant;

/**
 * An instruction, who told it and when.
 *
 * @param toldAt by the clock of the member that wrote it down
 */
@Serdeable
public record ToldInstruction(
    int shard, Action action, String topic, String argument, String actor, Instant toldAt) {

  static ToldInstruction of(Told told) {
    return new ToldInstruction(
        told.instruction().partition(),
        told.instruction().action(),
        told.instruction().topic(),
        told.instruction().argument(),
        told.actor(),
        told.at());
  }
}
