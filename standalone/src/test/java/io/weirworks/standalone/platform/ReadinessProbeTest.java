package io.weirworks.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessProbeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"status\":\"DOWN\",\"details\":{\"messaging\":{\"status\":\"DOWN\",\"details\":{\"shards\":[],\"notReady\":\"no turn for 40 s\"}},\"jdbc\":{\"status\":\"UP\"}}} | messaging: no turn for 40 s",
        "{\"status\":\"DOWN\",\"details\":{\"jdbc\":{\"status\":\"DOWN\",\"details\":{\"error\":\"refused\"}}}} | jdbc: refused",
        "{\"status\":\"DOWN\",\"details\":{\"kafka\":{\"status\":\"DOWN\"}}} | kafka: down",
        "{\"status\":\"DOWN\"} | status DOWN",
        "Not Found | answered: Not Found",
      })
  void reasonNamesWhatIsDownAndWhy(String body, String reason) {
    assertThat(ReadinessProbe.reason(body)).isEqualTo(reason);
  }
}
