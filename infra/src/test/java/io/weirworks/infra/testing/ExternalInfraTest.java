package io.weirworks.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalInfraTest {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "infra.kafka", "127.0.0.1:9092",
          "infra.jdbc-url", "jdbc:mysql://127.0.0.1:3306/?connectTimeout=1",
          "infra.user", "tester");
  private static final Map<String, String> ENVIRONMENT = Map.of("INFRA_PASSWORD", "secret");

  @Test
  void itIsNamedByTheSettings() {
    // when
    ExternalInfra infra = ExternalInfra.from(PROPERTIES::get, ENVIRONMENT::get);
    // then
    assertThat(infra.bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(infra.database().user()).isEqualTo("tester");
    assertThat(infra.database().jdbcUrl("s"))
        .startsWith("jdbc:mysql://127.0.0.1:3306/s?connectTimeout=1&rewriteBatchedStatements=true")
        .doesNotContain("connectTimeout=5000");
    assertThat(infra.database().toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "infra.kafka, -Dinfra.kafka=host:port",
    "infra.jdbc-url, -Dinfra.jdbc-url=jdbc:mysql://host:port/",
    "infra.user, -Dinfra.user=name",
    "INFRA_PASSWORD, the environment variable INFRA_PASSWORD",
  })
  void aMissingSettingIsNamed(String missing, String named) {
    // given
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    properties.remove(missing);
    environment.remove(missing);
    // then
    assertThatThrownBy(() -> ExternalInfra.from(properties::get, environment::get))
        .isInstanceOf(InfraException.class)
        .hasMessageEndingWith("-Dinfra=external needs " + named);
  }

  @Test
  void anAddressOfAnotherDriverIsRefused() {
    // given
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    properties.put("infra.jdbc-url", "jdbc:mariadb://127.0.0.1/");
    // then
    assertThatThrownBy(() -> ExternalInfra.from(properties::get, ENVIRONMENT::get))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("jdbc:mariadb://127.0.0.1/: must be jdbc:mysql://");
  }
}
