package io.weirworks.executor.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final String SECRET = "s3cr/et p+w~é";

  @ParameterizedTest
  @CsvSource({
    "plain,                    'x s3cr/et p+w~é y'",
    "form-encoded,             a=s3cr%2Fet+p%2Bw%7E%C3%A9&b",
    "percent-encoded,          a=s3cr%2Fet%20p%2Bw~%C3%A9&b",
    "percent-encoded in lower, a=s3cr%2fet%20p%2bw~%c3%a9&b"
  })
  void aSecretIsHiddenInEachWrittenForm(String form, String text) {
    var masked = SecretMask.of(List.of(SECRET)).mask(text);
    assertThat(masked).as(form).doesNotContain("s3cr").contains("****");
    assertThat(masked.getBytes(UTF_8)).hasSameSizeAs(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "use", "user:"})
  void aSecretIsHiddenInBase64WhereverItStands(String before) {
    // given
    var plain = (before + SECRET + " and more").getBytes(UTF_8);
    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      // when
      var masked = SecretMask.of(List.of(SECRET)).mask(encoder.encodeToString(plain));
      // then at most the characters at both ends, which hold bits of the neighbours too, are left
      assertThat(masked)
          .containsPattern("\\*{" + (SECRET.getBytes(UTF_8).length * 8 / 6 - 1) + ",}");
    }
  }

  @Test
  void severalAndOverlappingSecretsAreHidden() {
    assertThat(SecretMask.of(List.of("abcdef", "defghi", "wxyz")).mask("-abcdefghi-wxyz-abcde-"))
        .isEqualTo("-*********-****-abcde-");
  }

  @Test
  void veryShortValuesAreLeftAlone() {
    assertThat(SecretMask.of(List.of("a", "1", "")).mask("a banana for 1"))
        .isEqualTo("a banana for 1");
  }
}
