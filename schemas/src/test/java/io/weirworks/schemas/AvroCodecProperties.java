package io.weirworks.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.sample.Colour;
import io.weirworks.contract.sample.Sample;
import io.weirworks.schemas.UndecodableException.Reason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;

class AvroCodecProperties {

  private final AvroCodec codec = new AvroCodec(SampleContract.catalogue());

  @Property(seed = "20261120", tries = 300)
  void decodeIsTheInverseOfEncode(
      @ForAll String id,
      @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long at,
      @ForAll int count,
      @ForAll Colour colour,
      @ForAll @Size(max = 5) List<String> names,
      @ForAll @Size(max = 5) Map<String, String> properties,
      @ForAll byte[] data)
      throws Exception {
    Sample sample =
        new Sample(
            withoutLoneSurrogates(id),
            Instant.ofEpochMilli(at),
            count,
            colour,
            names.stream().map(AvroCodecProperties::withoutLoneSurrogates).toList(),
            Map.of("k", withoutLoneSurrogates(properties.toString())),
            ByteBuffer.wrap(data));

    assertThat(codec.decode(codec.encode(sample))).isEqualTo(sample);
  }

  @Property(seed = "20261120", tries = 2_000)
  void anyDamageIsAnotherRecordOrUndecodableAndNothingElse(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = codec.encode(SampleContract.sample());
    for (int hit = random.nextInt(1, 5); hit > 0; hit--) {
      bytes[random.nextInt(5, bytes.length)] = (byte) random.nextInt();
    }

    try {
      SpecificRecord other = codec.decode(bytes);
      assertThat(other).isInstanceOf(Sample.class);
    } catch (UndecodableException e) {
      assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
    }
  }

  /** UTF-8 cannot carry half a surrogate pair. */
  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
