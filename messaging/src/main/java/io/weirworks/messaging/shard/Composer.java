package io.weirworks.messaging.shard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.storage.CommandMemoryTable.Outcome;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.messaging.wire.ShardOf;
import io.weirworks.messaging.wire.TooLargeException;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Composes what a transaction sends: encoded and measured here, before the commit. */
final class Composer {

  private final Service service;
  private final AvroCodec codec;
  private final int shards;

  Composer(Service service, AvroCodec codec, int shards) {
    this.service = service;
    this.codec = codec;
    this.shards = shards;
  }

  /** Where records of this ordering key belong; all services have the same count of shards. */
  int shardOf(String orderingKey) {
    return ShardOf.key(orderingKey, shards);
  }

  OutgoingRecord event(SubjectRow<?> row, SpecificRecord event, String id, Asked asked) {
    Envelope envelope =
        caused(id, event, row.id(), asked, row.workspace(), row.sequence(), List.of());
    return measured(
        service.topic(TopicKind.EVENTS), row.shard(), row.orderingKey(), event, envelope);
  }

  OutgoingRecord command(
      Effect.Ask ask, SpecificRecord command, @Nullable String workspace, String id, Asked asked) {
    Envelope envelope = caused(id, command, ask.sender().id(), asked, workspace, 0, ask.after());
    int shard = shardOf(ask.orderingKey());
    return measured(
        ask.to().topic(TopicKind.INTERNAL), shard, ask.orderingKey(), command, envelope);
  }

  OutgoingRecord reply(Outcome outcome, String id, Asked asked) {
    Envelope command = asked.envelope();
    SpecificRecord reply =
        switch (outcome) {
          case Outcome.Accepted(String subject, long sequence) ->
              CommandAccepted.newBuilder()
                  .setCommandId(command.id())
                  .setCommandSource(command.source())
                  .setSubject(subject)
                  .setSequence(sequence)
                  .build();
          case Outcome.Rejected(Rejection rejection) ->
              CommandRejected.newBuilder()
                  .setCommandId(command.id())
                  .setCommandSource(command.source())
                  .setCode(rejection.code())
                  .setMessage(rejection.message())
                  .setField(rejection.field())
                  .setValue(rejection.value())
                  .build();
          case Outcome.Pending _ ->
              throw new IllegalStateException("a parked command has no reply");
        };
    Envelope envelope =
        caused(id, reply, command.subject(), asked, command.workspace(), 0, List.of());
    return measured(service.topic(TopicKind.REPLIES), null, command.id(), reply, envelope);
  }

  /**
   * The same record for the shard that its value belongs to, with its own id and append time.
   *
   * @param fromCommands its append time counts; whatever its sender says of that does not
   */
  OutgoingRecord forward(ArrivedRecord record, String orderingKey, boolean fromCommands) {
    HeaderList headers = new HeaderList().addAll(record.headers());
    if (fromCommands) {
      headers.add(
          CloudEventHeaders.FORWARDED_TIME, Instant.ofEpochMilli(record.timestamp()).toString());
    }
    return new OutgoingRecord(
            service.topic(TopicKind.INTERNAL),
            shardOf(orderingKey),
            orderingKey.getBytes(UTF_8),
            record.value(),
            headers.list())
        .measured();
  }

  /**
   * The record as it was, with its cause. One that the dead letters do not take, since its limit
   * was measured compressed, leaves its place only.
   */
  OutgoingRecord deadLetter(ArrivedRecord record, String cause, String detail) {
    String shortened = detail.length() > 1000 ? detail.substring(0, 1000) : detail;
    HeaderList place =
        new HeaderList()
            .add(DeadLetterHeaders.CODE, cause)
            .add(DeadLetterHeaders.MESSAGE, shortened)
            .add(DeadLetterHeaders.TOPIC, record.topic())
            .add(DeadLetterHeaders.PARTITION, String.valueOf(record.partition()))
            .add(DeadLetterHeaders.OFFSET, String.valueOf(record.offset()));
    List<Header> all = new HeaderList().addAll(record.headers()).addAll(place.list()).list();
    String topic = service.topic(TopicKind.DEAD_LETTERS);
    try {
      return new OutgoingRecord(topic, null, record.key(), record.value(), all).measured();
    } catch (TooLargeException e) {
      return new OutgoingRecord(topic, null, new byte[0], null, place.list());
    }
  }

  /** What is left of a large decision, as a command of the service to itself. */
  ArrivedRecord continuation(SpecificRecord rest, int shard, String id, Asked asked) {
    Envelope envelope = caused(id, rest, "", asked, asked.envelope().workspace(), 0, List.of());
    return new ArrivedRecord(
        service.topic(TopicKind.INTERNAL),
        shard,
        -1,
        asked.now().toEpochMilli(),
        new byte[0],
        codec.encode(rest),
        EnvelopeHeaders.write(envelope).list());
  }

  private Envelope caused(
      String id,
      SpecificRecord value,
      String subject,
      Asked asked,
      @Nullable String workspace,
      long sequence,
      List<Precondition> after) {
    Envelope cause = asked.envelope();
    return new Envelope(
        id,
        service.source(),
        value.getSchema().getFullName(),
        subject,
        asked.now(),
        workspace,
        cause.actor(),
        cause.onBehalfOf(),
        cause.id(),
        cause.correlationId(),
        sequence,
        null,
        after,
        cause.traceparent());
  }

  private OutgoingRecord measured(
      String topic,
      @Nullable Integer partition,
      String key,
      SpecificRecord value,
      Envelope envelope) {
    return new OutgoingRecord(
            topic,
            partition,
            key.getBytes(UTF_8),
            codec.encode(value),
            EnvelopeHeaders.write(envelope).list())
        .measured();
  }
}
