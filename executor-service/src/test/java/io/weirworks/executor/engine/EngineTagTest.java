package io.weirworks.executor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTagTest {
  @Test
  void aTagIsReadBackFromItsText() {
    var tag = new EngineTag(UUID.fromString("019a9d5e-7c11-7000-8000-0123456789ab"), 2, 17);
    assertThat(tag).hasToString("weirworks_019a9d5e-7c11-7000-8000-0123456789ab_2_17");
    assertThat(EngineTag.parse(tag.toString())).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "weirworks_x_1_1",
        "other_019a9d5e-7c11-7000-8000-0123456789ab_2_17",
        "weirworks_019a9d5e-7c11-7000-8000-0123456789ab_2"
      })
  void aForeignTagIsNotOurs(String text) {
    assertThat(EngineTag.parse(text)).isEmpty();
  }
}
