package io.weirworks.messaging.hosting;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.messaging.shard.Stop;
import io.weirworks.messaging.shard.Stopped;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shard that stands still.
 *
 * @param cause why, in a sentence
 * @param since when it first stood there
 * @param remedy what it may be told to go on; absent where the cause itself must be mended
 */
@Serdeable
public record StoppedShard(
    int shard, String cause, Instant since, @Nullable NewInstruction remedy) {

  static StoppedShard of(Stopped stopped) {
    Stop before = stopped.before();
    return new StoppedShard(
        stopped.shard(),
        stopped.reason(),
        stopped.since(),
        before == null ? null : instruction(before.remedy()));
  }

  private static NewInstruction instruction(Instruction remedy) {
    return new NewInstruction(remedy.action(), remedy.topic(), remedy.argument());
  }
}
