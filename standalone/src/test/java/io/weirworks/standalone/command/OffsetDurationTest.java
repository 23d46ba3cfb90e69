package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetDurationTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"90m, PT1H30M", "-12h, PT-12H", "3d, PT72H", "+30s, PT30S", "PT1H30M, PT1H30M"})
  void durationIsReadAsPeopleTypeIt(String text, Duration duration) {
    assertThat(OffsetDuration.parse(text)).isEqualTo(duration);
  }
}
