package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverMemoryTest {
  @ParameterizedTest
  @CsvSource({
    "450m, 450",
    "768m, 768",
    "768M, 768",
    "1g, 1024",
    "2gb, 2048",
    "1024, 1024",
    "1t, 1048576",
    "1048576k, 1024"
  })
  void sparksNotationIsReadInMebibytes(String text, long mebibytes) {
    assertThat(DriverMemory.of(text)).contains(new DriverMemory(mebibytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "-1g", "1.5g", "much", "449m", "1000000000000g"})
  void whatIsNoSizeOrTooLittleIsNone(String text) {
    assertThat(DriverMemory.of(text)).isEmpty();
  }
}
