package io.weirworks.registry.service;

import io.weirworks.schemas.SchemaVersion;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** One record of each schema with nothing left empty, in Confluent's framing. */
final class Samples {

  /** 2023-11-14T22:13:20Z, so that clients can show it as a time. */
  private static final long MILLIS = 1_700_000_000_000L;

  private Samples() {}

  static byte[] framed(SchemaVersion version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream frame = new DataOutputStream(bytes);
      frame.writeByte(0);
      frame.writeInt(version.id());
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(version.schema()).write(value(version.schema()), encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
      case ARRAY -> List.of(value(schema.getElementType()));
      case MAP -> Map.of("key", value(schema.getValueType()));
      case UNION ->
          value(
              schema.getTypes().stream()
                  .filter(type -> !type.isNullable())
                  .findFirst()
                  .orElseThrow());
      case STRING -> "text";
      case BYTES -> ByteBuffer.wrap(new byte[] {1, 2, 3});
      case INT -> 7;
      case LONG -> MILLIS;
      case FLOAT -> 0.5f;
      case DOUBLE -> 0.5;
      case BOOLEAN -> true;
      case FIXED, NULL -> throw new IllegalArgumentException("no sample of " + schema);
    };
  }

  private static GenericData.Record record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
    return record;
  }
}
