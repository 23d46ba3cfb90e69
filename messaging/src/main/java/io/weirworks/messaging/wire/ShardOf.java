package io.weirworks.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/**
 * Which shard an ordering key belongs to: Kafka's own default partitioning, so that a plain
 * producer hits it.
 */
public final class ShardOf {

  private ShardOf() {}

  public static int key(String orderingKey, int shards) {
    return Utils.toPositive(Utils.murmur2(orderingKey.getBytes(UTF_8))) % shards;
  }
}
