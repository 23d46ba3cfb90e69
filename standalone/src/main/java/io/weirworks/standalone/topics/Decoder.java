package io.weirworks.standalone.topics;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.UndecodableException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Values of records as a subscriber takes them: what this version does not know is skipped. */
public final class Decoder {

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());

  /** Empty for a tombstone and for a type or schema that this version does not know. */
  public Optional<SpecificRecord> value(ArrivedRecord record) {
    byte[] value = record.value();
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.decode(value));
    } catch (UndecodableException e) {
      return switch (e.reason()) {
        case UNKNOWN_SCHEMA_ID, UNKNOWN_TYPE -> Optional.empty();
        case NOT_FRAMED, CORRUPT ->
            throw new IllegalStateException(record + ": " + e.getMessage(), e);
      };
    }
  }
}
