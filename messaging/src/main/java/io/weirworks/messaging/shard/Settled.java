package io.weirworks.messaging.shard;

import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.wire.OutgoingRecord;
import java.util.List;
import java.util.Map;

/**
 * A committed transaction.
 *
 * @param taken how many of the inputs it decided; the rest begins the next one
 * @param sent what is to be published now, in order, by outbox row
 */
record Settled(int taken, Map<OutboxTable.Key, List<OutgoingRecord>> sent) {}
