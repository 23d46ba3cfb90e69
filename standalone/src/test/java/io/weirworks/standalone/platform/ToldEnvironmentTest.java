package io.weirworks.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldEnvironmentTest {

  @TempDir private Path folder;

  @Test
  void anotherValueIsNoticedAndNoSecretIsKept() {
    // given
    DataFolder data = new DataFolder(folder);
    data.create();
    ToldEnvironment told = new ToldEnvironment(data, "services");
    assertThat(told.is(Map.of())).isFalse();
    // when
    told.keep(Map.of("PASSWORD", "secret", "URL", "a"));
    // then
    assertThat(told.is(Map.of("URL", "a", "PASSWORD", "secret"))).isTrue();
    assertThat(told.is(Map.of("URL", "b", "PASSWORD", "secret"))).isFalse();
    assertThat(contentOf(data.run().resolve("services.environment").toFile()))
        .doesNotContain("secret");
  }
}
