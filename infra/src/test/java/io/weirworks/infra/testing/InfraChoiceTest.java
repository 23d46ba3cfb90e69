package io.weirworks.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfraChoiceTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "auto, false, '', EMBEDDED, auto: no Docker engine answered within 1 s",
        "auto, true, '', EMBEDDED, auto: the Docker engine lacks apache/kafka:4.3.1 and mysql:9.7",
        "auto, true, mysql:9.7, EMBEDDED, auto: the Docker engine lacks apache/kafka:4.3.1",
        "auto, true, apache/kafka:4.3.1, EMBEDDED, auto: the Docker engine lacks mysql:9.7",
        "auto, true, apache/kafka:4.3.1 mysql:8.4, EMBEDDED, auto: the Docker engine lacks mysql:9.7",
        "auto, true, apache/kafka:4.3.1 mysql:9.7 x:1, CONTAINERS, auto: the Docker engine has both images",
        "embedded, true, apache/kafka:4.3.1 mysql:9.7, EMBEDDED, asked for",
        "containers, false, '', CONTAINERS, asked for",
        "external, true, apache/kafka:4.3.1 mysql:9.7, EXTERNAL, asked for",
      })
  void containersAreTakenUnaskedOnlyWhereTheEngineAnswersAndHasBothImages(
      String setting, boolean inTime, String images, InfraKind kind, String reason) {
    // given
    EngineAnswer engine = new EngineAnswer(inTime, Set.of(images.split(" ")));
    // then
    assertThat(InfraChoice.of(setting, () -> engine)).isEqualTo(new InfraChoice(kind, reason));
  }

  @Test
  void theEngineIsNotAskedWhereTheSettingDecides() {
    assertThat(
            InfraChoice.of(
                    "embedded",
                    () -> {
                      throw new AssertionError("asked");
                    })
                .kind())
        .isEqualTo(InfraKind.EMBEDDED);
  }

  @Test
  void anyOtherSettingIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> InfraChoice.of("docker", () -> EngineAnswer.NONE))
        .isInstanceOf(InfraException.class)
        .hasMessage(
            "WRONG_SETTING: -Dinfra=docker: must be auto, embedded, containers or external");
  }
}
