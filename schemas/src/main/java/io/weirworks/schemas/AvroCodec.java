package io.weirworks.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Records to bytes and back in Confluent framing: the byte 0, the schema id as 4 bytes big-endian,
 * then the value in Avro binary (DESIGN 8). Decoding resolves the writer's schema, found by its id,
 * to the schema of the generated class, so that older and newer writers are understood alike.
 *
 * <p>Safe for use by many threads at once.
 */
public final class AvroCodec {

  static {
    // Avro refuses to instantiate generated classes of packages that nobody called trusted. Said
    // here, before first use, it need not be said on each command line.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getName().startsWith("io.weirworks.")));
  }

  private static final byte MAGIC = 0;
  private static final int HEADER_BYTES = 5;

  private record Writer(int id, SpecificDatumWriter<SpecificRecord> datumWriter) {}

  private record Reader(String subject, SpecificDatumReader<SpecificRecord> datumReader) {}

  private final SchemaCatalogue catalogue;
  private final IntFunction<Optional<Schema>> elsewhere;
  private final Map<Class<?>, Writer> writers = new ConcurrentHashMap<>();
  private final Map<Integer, Reader> readers = new ConcurrentHashMap<>();
  private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);

  /** A codec that knows the ids of the catalogue and no others. */
  public AvroCodec(SchemaCatalogue catalogue) {
    this(catalogue, id -> Optional.empty());
  }

  /**
   * A codec that asks elsewhere for an id that the catalogue lacks, each time until it is found.
   *
   * @param elsewhere empty when the id is unknown there too; what it throws, {@link #decode} throws
   */
  public AvroCodec(SchemaCatalogue catalogue, IntFunction<Optional<Schema>> elsewhere) {
    this.catalogue = catalogue;
    this.elsewhere = elsewhere;
  }

  /**
   * The record as the value of a Kafka record.
   *
   * @throws IllegalArgumentException when the record's schema has no id
   * @throws RuntimeException Avro's own, naming the path, when a field that may not be null is null
   */
  public byte[] encode(SpecificRecord value) {
    Writer writer = writers.computeIfAbsent(value.getClass(), type -> writer(value.getSchema()));
    return buffers.get().encode(writer, value);
  }

  /** The record in the value of a Kafka record. */
  public SpecificRecord decode(byte[] bytes) throws UndecodableException {
    if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
      throw UndecodableException.notFramed(bytes);
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    Reader reader = reader(id);
    BinaryDecoder in =
        DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
    try {
      SpecificRecord value = reader.datumReader().read(null, in);
      if (in.isEnd()) {
        return value;
      }
    } catch (IOException | RuntimeException e) {
      throw UndecodableException.corrupt(id, reader.subject(), e.toString(), e);
    }
    throw UndecodableException.corrupt(id, reader.subject(), "bytes follow the value", null);
  }

  private Writer writer(Schema schema) {
    return new Writer(catalogue.idOf(schema), new SpecificDatumWriter<>(schema, modelOf(schema)));
  }

  private Reader reader(int id) throws UndecodableException {
    Reader known = readers.get(id);
    if (known != null) {
      return known;
    }
    Schema written =
        catalogue
            .schema(id)
            .or(() -> elsewhere.apply(id))
            .orElseThrow(() -> UndecodableException.unknownSchemaId(id));
    Class<?> type = generatedClass(written);
    if (type == null) {
      throw UndecodableException.unknownType(id, written.getFullName());
    }
    Schema wanted = SpecificData.get().getSchema(type);
    Reader reader =
        new Reader(
            written.getFullName(),
            new SpecificDatumReader<>(written, wanted, new PlainLists(modelOf(wanted))));
    readers.put(id, reader);
    return reader;
  }

  private static @Nullable Class<?> generatedClass(Schema schema) {
    try {
      Class<?> type = SpecificData.get().getClass(schema);
      return type != null && SpecificRecord.class.isAssignableFrom(type) ? type : null;
    } catch (SecurityException notTrusted) {
      return null;
    }
  }

  /** The model of the generated class: it carries the conversions of the record's logical types. */
  private static SpecificData modelOf(Schema schema) {
    return SpecificData.getForSchema(schema);
  }

  /**
   * Reads arrays as plain lists. Avro's own array compares elements without the conversions of the
   * record: equals would throw where an element has a nullable instant.
   */
  private static final class PlainLists extends SpecificData {

    private static final int FIRST_CAPACITY = 1_024;

    PlainLists(SpecificData model) {
      super(model.getClassLoader());
      model.getConversions().forEach(this::addLogicalTypeConversion);
    }

    @Override
    public Object newArray(@Nullable Object old, int size, Schema schema) {
      return new ArrayList<>(Math.min(size, FIRST_CAPACITY));
    }
  }

  /** One thread's output buffer and encoder. */
  private static final class Buffer {

    private static final int KEPT_BYTES = 1 << 20;

    private ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);

    byte[] encode(Writer writer, SpecificRecord value) {
      // The order matters: taking the encoder flushes what a failed encode left in it.
      encoder = EncoderFactory.get().binaryEncoder(out, encoder);
      out.reset();
      try {
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(writer.id()).array());
        writer.datumWriter().write(value, encoder);
        encoder.flush();
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException("memory refused a write", e);
      } finally {
        if (out.size() > KEPT_BYTES) {
          out = new ByteArrayOutputStream(1024);
        }
      }
    }
  }
}
