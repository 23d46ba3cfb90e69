package io.weirworks.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weirworks.contract.sample.Colour;
import io.weirworks.contract.sample.Sample;
import io.weirworks.contract.sample.Unlisted;
import io.weirworks.schemas.UndecodableException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroCodecTest {

  private final SchemaCatalogue catalogue = SampleContract.catalogue();
  private final AvroCodec codec = new AvroCodec(catalogue);

  @Test
  void frameIsZeroThenTheIdBigEndianThenAvroBinary() {
    // when
    byte[] bytes = codec.encode(SampleContract.sample());

    // then
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    assertThat(frame.get()).isZero();
    assertThat(frame.getInt()).isEqualTo(SampleContract.SAMPLE_V2);
    assertThat(Arrays.copyOfRange(bytes, 5, 7)).as("the text \"a\"").containsExactly(2, 'a');
  }

  @Test
  void whatWasEncodedIsDecodedEqual() throws Exception {
    assertThat(codec.decode(codec.encode(SampleContract.sample())))
        .isEqualTo(SampleContract.sample());
  }

  @Test
  void recordOfAnOlderWriterIsResolvedToTheGeneratedClass() throws Exception {
    // given a record of version 1, with a symbol and a field that are gone since
    Schema version1 = catalogue.schema(SampleContract.SAMPLE_V1).orElseThrow();
    GenericRecord old = new GenericData.Record(version1);
    old.put("id", "old");
    old.put("gone", 9L);
    old.put("at", 1_000L);
    old.put("colour", new GenericData.EnumSymbol(version1.getField("colour").schema(), "BLUE"));

    // when
    Sample decoded = (Sample) codec.decode(framed(SampleContract.SAMPLE_V1, old));

    // then
    assertThat(decoded.getId()).isEqualTo("old");
    assertThat(decoded.getAt()).isEqualTo(Instant.ofEpochSecond(1));
    assertThat(decoded.getColour()).isEqualTo(Colour.UNKNOWN);
    assertThat(decoded.getCount()).isNull();
    assertThat(decoded.getNames()).isEmpty();
  }

  static Stream<Arguments> undecodable() {
    byte[] good = new AvroCodec(SampleContract.catalogue()).encode(SampleContract.sample());
    return Stream.of(
        Arguments.of("nothing", new byte[0], Reason.NOT_FRAMED, OptionalInt.empty()),
        Arguments.of("4 bytes", new byte[4], Reason.NOT_FRAMED, OptionalInt.empty()),
        Arguments.of(
            "JSON", "{\"id\":\"a\"}".getBytes(UTF_8), Reason.NOT_FRAMED, OptionalInt.empty()),
        Arguments.of("foreign id", withId(good, 17), Reason.UNKNOWN_SCHEMA_ID, OptionalInt.of(17)),
        Arguments.of("negative id", withId(good, -1), Reason.UNKNOWN_SCHEMA_ID, OptionalInt.of(-1)),
        Arguments.of(
            "record without class",
            withId(good, SampleContract.NOBODY_V1),
            Reason.UNKNOWN_TYPE,
            OptionalInt.of(SampleContract.NOBODY_V1)),
        Arguments.of(
            "cut short",
            Arrays.copyOf(good, good.length - 1),
            Reason.CORRUPT,
            OptionalInt.of(SampleContract.SAMPLE_V2)),
        Arguments.of(
            "one byte more",
            Arrays.copyOf(good, good.length + 1),
            Reason.CORRUPT,
            OptionalInt.of(SampleContract.SAMPLE_V2)),
        Arguments.of(
            "only the frame",
            Arrays.copyOf(good, 5),
            Reason.CORRUPT,
            OptionalInt.of(SampleContract.SAMPLE_V2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("undecodable")
  void undecodableBytesNameTheReasonAndTheId(
      String what, byte[] bytes, Reason reason, OptionalInt id) {
    UndecodableException refused =
        catchThrowableOfType(UndecodableException.class, () -> codec.decode(bytes));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.schemaId()).isEqualTo(id);
  }

  @Test
  void corruptRecordDoesNotSpoilTheNextOneOfItsThread() throws Exception {
    // given
    byte[] good = codec.encode(SampleContract.sample());
    for (int length = 5; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(UndecodableException.class);
      // when, then
      assertThat(codec.decode(good)).isEqualTo(SampleContract.sample());
    }
  }

  @Test
  void recordThatCannotBeEncodedDoesNotSpoilTheNextOneOfItsThread() throws Exception {
    // given a record whose first field fits and whose last does not
    Sample incomplete = SampleContract.sample();
    incomplete.setData(null);
    assertThatThrownBy(() -> codec.encode(incomplete)).hasMessageContaining("data");

    // when, then
    assertThat(codec.decode(codec.encode(SampleContract.sample())))
        .isEqualTo(SampleContract.sample());
  }

  @Test
  void recordWithoutAnIdIsNotEncoded() {
    assertThatThrownBy(() -> codec.encode(Unlisted.newBuilder().setId("a").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("io.weirworks.contract.sample.Unlisted")
        .hasMessageContaining("has no schema id");
  }

  @Test
  void idThatTheCatalogueLacksIsAskedForElsewhereUntilItIsFound() throws Exception {
    // given a writer with an id of its own, which the place elsewhere knows at the second call
    AtomicInteger calls = new AtomicInteger();
    AvroCodec asking =
        new AvroCodec(
            catalogue,
            id ->
                calls.incrementAndGet() == 1 || id != 42
                    ? Optional.empty()
                    : Optional.of(Sample.getClassSchema()));
    byte[] bytes = withId(codec.encode(SampleContract.sample()), 42);

    // when, then
    assertThatThrownBy(() -> asking.decode(bytes)).isInstanceOf(UndecodableException.class);
    assertThat(asking.decode(bytes)).isEqualTo(SampleContract.sample());
    assertThat(asking.decode(bytes)).isEqualTo(SampleContract.sample());
    assertThat(calls).as("found once, not asked for again").hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"java.util.ArrayList", "no.such.Type", "io.weirworks.schemas.SchemaCatalogue"})
  void schemaFromElsewhereCannotNameAnyClassOfTheClassPath(String name) {
    // given
    Schema foreign = SchemaBuilder.record(name).fields().requiredString("id").endRecord();
    AvroCodec asking = new AvroCodec(catalogue, id -> Optional.of(foreign));
    byte[] bytes = withId(codec.encode(SampleContract.sample()), 42);

    // when, then
    UndecodableException refused =
        catchThrowableOfType(UndecodableException.class, () -> asking.decode(bytes));
    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    assertThat(refused).hasMessageContaining(name);
  }

  @Test
  void lengthInCorruptBytesDoesNotAllocateMoreThanTheRecordHolds() throws Exception {
    // given a text that claims 2,000,000,000 bytes
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    encoder.writeLong(2_000_000_000L);
    byte[] bytes =
        ByteBuffer.allocate(20)
            .put((byte) 0)
            .putInt(SampleContract.SAMPLE_V2)
            .put(out.toByteArray())
            .array();

    // when, then
    UndecodableException refused =
        catchThrowableOfType(UndecodableException.class, () -> codec.decode(bytes));
    assertThat(refused.reason()).isEqualTo(Reason.CORRUPT);
  }

  @Test
  void oneCodecServesManyThreads() {
    boolean allEqual =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(Integer::toString)
            .allMatch(
                id -> {
                  Sample sample = SampleContract.sample();
                  sample.setId(id);
                  return decoded(codec.encode(sample)).equals(sample);
                });
    assertThat(allEqual).isTrue();
  }

  private Object decoded(byte[] bytes) {
    try {
      return codec.decode(bytes);
    } catch (UndecodableException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] withId(byte[] bytes, int id) {
    return ByteBuffer.wrap(bytes.clone()).putInt(1, id).array();
  }

  private static byte[] framed(int id, GenericRecord value) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
