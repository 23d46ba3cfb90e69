package io.weirworks.messaging.wire;

import io.weirworks.messaging.Envelope;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.UndecodableException;
import org.apache.avro.specific.SpecificRecord;

/** Reads headers and value of a record; what cannot be read is an answer, not an exception. */
public final class RecordReader {

  private final AvroCodec codec;

  public RecordReader(AvroCodec codec) {
    this.codec = codec;
  }

  public Reading read(ArrivedRecord record) {
    try {
      Envelope envelope = EnvelopeHeaders.read(record.headers());
      byte[] bytes = record.value();
      if (bytes == null) {
        return new Reading.Removed(envelope);
      }
      SpecificRecord value = codec.decode(bytes);
      String type = value.getSchema().getFullName();
      if (!type.equals(envelope.type())) {
        return new Reading.NotUnderstood(
            "TypeMismatch", "header ce_type says " + envelope.type() + ", the value is a " + type);
      }
      return new Reading.Understood(envelope, value);
    } catch (BadEnvelopeException e) {
      return new Reading.NotUnderstood("BadEnvelope", String.valueOf(e.getMessage()));
    } catch (UndecodableException e) {
      return new Reading.NotUnderstood(e.reason().name(), String.valueOf(e.getMessage()));
    } catch (SchemaPendingException e) {
      return new Reading.SchemaPending(e.schemaId());
    }
  }
}
