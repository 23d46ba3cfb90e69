package io.weirworks.messaging.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.messaging.wire.ShardOf;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A command of the customer's on its way, asking for a reply; with the record key and the partition
 * that a plain producer gives, unless said otherwise.
 *
 * @param key record key; null sends none
 */
public record Order(
    BankTown town,
    SpecificRecord command,
    String id,
    String actor,
    List<Precondition> after,
    int partition,
    @Nullable String key) {

  static final String CUSTOMER = "/bank/customer";

  static Order of(BankTown town, SpecificRecord command, String account) {
    return new Order(
        town,
        command,
        "order-" + UUID.randomUUID(),
        "user:customer",
        List.of(),
        ShardOf.key(account, BankTown.SHARDS),
        account);
  }

  public Order id(String other) {
    return new Order(town, command, other, actor, after, partition, key);
  }

  public Order actor(String other) {
    return new Order(town, command, id, other, after, partition, key);
  }

  public Order after(Precondition... needed) {
    return new Order(town, command, id, actor, List.of(needed), partition, key);
  }

  public Order partition(int other) {
    return new Order(town, command, id, actor, after, other, key);
  }

  public Order key(@Nullable String other) {
    return new Order(town, command, id, actor, after, partition, other);
  }

  public Order send() {
    town.send(record());
    return this;
  }

  public HeaderList headers() {
    return EnvelopeHeaders.write(
        new Envelope(
            id,
            CUSTOMER,
            command.getSchema().getFullName(),
            "",
            Instant.now(),
            "bank",
            actor,
            null,
            null,
            id,
            0,
            Bank.SERVICE.topic(TopicKind.REPLIES),
            after,
            null));
  }

  /** What a producer of the caller's own sends. */
  public ProducerRecord<byte[], byte[]> record() {
    return BankTown.record(
        Bank.SERVICE.topic(TopicKind.COMMANDS),
        partition,
        key == null ? null : key.getBytes(UTF_8),
        town.codec().encode(command),
        headers());
  }
}
