package io.weirworks.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** What a row keeps of a record is the record, byte for byte. */
class RecordBytesProperties {

  private static Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
  }

  private static Arbitrary<List<Header>> headers() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .ofMaxLength(30)
            .filter(name -> name.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    return Combinators.combine(names, bytes().injectNull(0.2))
        .as((name, value) -> (Header) new RecordHeader(name, value))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<OutgoingRecord> outgoing() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40),
            Arbitraries.integers().between(0, 1000).injectNull(0.3),
            bytes(),
            bytes().injectNull(0.2),
            headers())
        .as(OutgoingRecord::new);
  }

  @Provide
  Arbitrary<ArrivedRecord> arrived() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.longs(),
            Arbitraries.longs(),
            bytes(),
            bytes().injectNull(0.2),
            headers())
        .as(ArrivedRecord::new);
  }

  private static String text(OutgoingRecord record) {
    return "%s %s %s"
        .formatted(
            record.topic(),
            record.partition(),
            text(record.key(), record.value(), record.headers()));
  }

  private static String text(ArrivedRecord record) {
    return record + " " + record.timestamp() + text(record.key(), record.value(), record.headers());
  }

  private static String text(byte[] key, byte @Nullable [] value, List<Header> headers) {
    return Arrays.toString(key)
        + Arrays.toString(value)
        + headers.stream().map(header -> header.key() + Arrays.toString(header.value())).toList();
  }

  @Property(tries = 300, seed = "1")
  void outgoingRecordsComeBackInTheirOrder(
      @ForAll("outgoing") OutgoingRecord first, @ForAll("outgoing") OutgoingRecord second) {
    List<OutgoingRecord> back =
        RecordBytes.readOutgoing(RecordBytes.writeOutgoing(List.of(first, second)));

    assertThat(back.stream().map(RecordBytesProperties::text))
        .containsExactly(text(first), text(second));
  }

  @Property(tries = 300, seed = "2")
  void arrivedRecordComesBackWithItsPlace(@ForAll("arrived") ArrivedRecord record) {
    ArrivedRecord back = RecordBytes.readArrived(RecordBytes.writeArrived(record));

    assertThat(text(back)).isEqualTo(text(record));
  }

  @Property(tries = 20, seed = "3")
  void nameOfAHeaderMayBeAsLongAsAnOutsiderMakesIt(
      @ForAll @IntRange(min = 60_000, max = 200_000) int length) {
    ArrivedRecord record =
        new ArrivedRecord(
            "t",
            0,
            0,
            0,
            new byte[0],
            null,
            List.of(new RecordHeader("n".repeat(length), new byte[] {1})));

    ArrivedRecord back = RecordBytes.readArrived(RecordBytes.writeArrived(record));

    assertThat(back.headers().getFirst().key()).hasSize(length);
  }

  @Property(tries = 50, seed = "4")
  void rowOfAnotherFormatIsRefused(@ForAll("arrived") ArrivedRecord record) {
    byte[] row = RecordBytes.writeArrived(record);
    row[0]++;

    assertThatThrownBy(() -> RecordBytes.readArrived(row))
        .isInstanceOf(RuntimeException.class)
        .hasMessageContaining("this version reads");
  }

  @Property(tries = 200, seed = "5")
  void measuredSizeIsNeverBelowTheBytesThatTravel(@ForAll("outgoing") OutgoingRecord record) {
    int travelling = record.key().length;
    travelling += record.value() == null ? 0 : record.value().length;
    for (Header header : record.headers()) {
      travelling += header.key().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      travelling += header.value() == null ? 0 : header.value().length;
    }

    assertThat(record.size()).isGreaterThan(travelling + 61);
  }
}
