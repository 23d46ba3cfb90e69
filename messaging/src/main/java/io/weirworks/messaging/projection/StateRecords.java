package io.weirworks.messaging.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row as the record that the state topic keeps: whole state, or a tombstone once it is removed.
 */
public final class StateRecords {

  private final Service service;
  private final AvroCodec codec;

  public StateRecords(Service service, AvroCodec codec) {
    this.service = service;
    this.codec = codec;
  }

  /** The record, whatever its size. */
  public <S> OutgoingRecord of(SubjectKind<S, ?> kind, SubjectRow<S> row, Instant now) {
    S state = row.state();
    SpecificRecord value = state == null ? null : kind.stateRecord(state);
    return new OutgoingRecord(
        service.topic(TopicKind.STATE),
        row.shard(),
        row.id().getBytes(UTF_8),
        value == null ? null : codec.encode(value),
        EnvelopeHeaders.write(envelope(kind, row, now)).list());
  }

  /** Its sequence is that of the last event that the state includes; its actor is the service. */
  private Envelope envelope(SubjectKind<?, ?> kind, SubjectRow<?> row, Instant now) {
    String id = row.id() + "/" + row.sequence();
    @Nullable String workspace = row.workspace();
    return new Envelope(
        id,
        service.source(),
        SpecificData.get().getSchema(kind.stateType()).getFullName(),
        row.id(),
        now,
        workspace,
        service.actor(),
        null,
        null,
        id,
        row.sequence(),
        null,
        List.of(),
        null);
  }
}
