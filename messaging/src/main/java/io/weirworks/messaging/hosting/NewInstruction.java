package io.weirworks.messaging.hosting;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.messaging.storage.OperatorTable.Action;

/**
 * What a stopped shard is told.
 *
 * @param action SKIP one input, ACCEPT_TOPIC that was made anew, MOVE a position that the log lost
 * @param topic the topic; {@code timer} or {@code parked} where no record is to be skipped
 * @param argument of SKIP the offset, of a timer {@code kind subject due}, of a parked row {@code
 *     number.place}; of ACCEPT_TOPIC the new topic's id; of MOVE {@code position:offset}
 */
@Serdeable
public record NewInstruction(Action action, String topic, String argument) {}
