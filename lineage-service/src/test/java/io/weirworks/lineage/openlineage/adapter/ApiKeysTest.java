package io.weirworks.lineage.openlineage.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.lineage.openlineage.adapter.ApiKeys.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may post events. */
class ApiKeysTest {

  /** SHA-256 of "secret". */
  private static final String SECRET =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false, ,                ALLOWED",
    "localhost, false, Bearer whatever, ALLOWED",
    "0.0.0.0,   false, ,                CLOSED",
    "0.0.0.0,   false, Bearer secret,   CLOSED",
    "0.0.0.0,   true,  Bearer secret,   ALLOWED",
    "0.0.0.0,   true,  bearer  secret,  ALLOWED",
    "127.0.0.1, true,  Bearer secret,   ALLOWED",
    "127.0.0.1, true,  ,                UNKNOWN_KEY",
    "127.0.0.1, true,  Bearer Secret,   UNKNOWN_KEY",
    "127.0.0.1, true,  Basic secret,    UNKNOWN_KEY"
  })
  void keyOpensWhatIsNotOpenByBeingOnLoopback(
      String host,
      boolean configured,
      @org.jspecify.annotations.Nullable String authorization,
      Verdict verdict) {
    ApiKeys keys = new ApiKeys(configured ? List.of(SECRET) : List.of(), host);

    assertThat(keys.check(authorization)).isEqualTo(verdict);
  }

  @Test
  void keyInsteadOfItsHashIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> new ApiKeys(List.of("my-secret-key"), "127.0.0.1"))
        .hasMessageContaining("sha256sum")
        .hasMessageNotContaining("my-secret-key");
  }
}
