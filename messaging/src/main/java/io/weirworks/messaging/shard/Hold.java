package io.weirworks.messaging.shard;

import java.time.Instant;

/**
 * Why a shard that is owned stands still: its position stays before this record until it can be
 * handled or an operator's skip names topic, partition and offset (DESIGN 2).
 *
 * @param offset of the record, -1 where a timer or a parked row is to blame
 * @param retryAt {@link System#nanoTime()} of the next try
 */
public record Hold(
    String topic, int partition, long offset, String reason, Instant since, long retryAt) {}
