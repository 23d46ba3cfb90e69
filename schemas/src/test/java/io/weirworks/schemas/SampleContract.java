package io.weirworks.schemas;

import io.weirworks.contract.sample.Colour;
import io.weirworks.contract.sample.Sample;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The contract that exists only here: two versions of {@code Sample}, one record without class. */
final class SampleContract {

  static final int SAMPLE_V1 = 1_800_000_001;
  static final int NOBODY_V1 = 1_800_000_002;
  static final int SAMPLE_V2 = 1_800_000_003;

  private SampleContract() {}

  static SchemaCatalogue catalogue() {
    return SchemaCatalogue.load(
        SampleContract.class.getClassLoader(), "io/weirworks/contract/sample/ids.csv");
  }

  static Sample sample() {
    return Sample.newBuilder()
        .setId("a")
        .setAt(Instant.parse("2026-11-20T06:00:00.123Z"))
        .setCount(7)
        .setColour(Colour.RED)
        .setNames(List.of("x", "y"))
        .setProperties(Map.of("k", "v"))
        .setData(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .build();
  }
}
