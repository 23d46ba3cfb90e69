package io.weirworks.messaging.shard;

import java.time.Duration;

/**
 * How much one transaction takes (DESIGN 3.3).
 *
 * @param inputs records, timers and parked rows
 * @param outgoing records sent
 * @param bytes of outgoing records
 * @param time after which no further input is begun
 */
public record Bounds(int inputs, int outgoing, int bytes, Duration time) {

  public static final Bounds DEFAULT = new Bounds(500, 1000, 4 << 20, Duration.ofMillis(200));
}
