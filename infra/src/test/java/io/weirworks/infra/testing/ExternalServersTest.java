package io.weirworks.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.broker.Broker;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalServersTest {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "infra.kafka", "127.0.0.1:9092",
          "infra.jdbc-url", "jdbc:mysql://127.0.0.1:3306/?connectTimeout=1",
          "infra.user", "tester");
  private static final Map<String, String> ENVIRONMENT = Map.of("INFRA_PASSWORD", "secret");

  @Test
  void bothServersAreNamedByTheSettings() {
    // when
    ExternalServers servers = ExternalServers.from(PROPERTIES::get, ENVIRONMENT::get);
    // then
    assertThat(servers.broker().map(Broker::bootstrapServers)).contains("127.0.0.1:9092");
    assertThat(servers.database())
        .hasValueSatisfying(
            database -> {
              assertThat(database.user()).isEqualTo("tester");
              assertThat(database.password()).isEqualTo("secret");
              assertThat(database.toString()).doesNotContain("secret");
              assertThat(database.jdbcUrl("s"))
                  .startsWith(
                      "jdbc:mysql://127.0.0.1:3306/s?connectTimeout=1&rewriteBatchedStatements=true")
                  .doesNotContain("connectTimeout=5000");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "infra.kafka, false, true",
    "infra.jdbc-url, true, false",
  })
  void oneServerIsEnough(String missing, boolean broker, boolean database) {
    // when
    ExternalServers servers = fromAllBut(missing);
    // then
    assertThat(servers.broker().isPresent()).isEqualTo(broker);
    assertThat(servers.database().isPresent()).isEqualTo(database);
  }

  @ParameterizedTest
  @CsvSource({
    "infra.user, -Dinfra.user=name",
    "INFRA_PASSWORD, the environment variable INFRA_PASSWORD",
  })
  void aMissingPartOfTheDatabaseIsNamed(String missing, String named) {
    assertThatThrownBy(() -> fromAllBut(missing))
        .isInstanceOf(InfraException.class)
        .hasMessageEndingWith("-Dinfra=external needs " + named);
  }

  @Test
  void noServerAtAllIsRefused() {
    assertThatThrownBy(() -> ExternalServers.from(key -> null, key -> null))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining(
            "-Dinfra=external needs -Dinfra.kafka=host:port or -Dinfra.jdbc-url=");
  }

  @Test
  void anAddressOfAnotherDriverIsRefused() {
    // given
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    properties.put("infra.jdbc-url", "jdbc:mariadb://127.0.0.1/");
    // then
    assertThatThrownBy(() -> ExternalServers.from(properties::get, ENVIRONMENT::get))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("jdbc:mariadb://127.0.0.1/: must be jdbc:mysql://");
  }

  private static ExternalServers fromAllBut(String missing) {
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    properties.remove(missing);
    environment.remove(missing);
    return ExternalServers.from(properties::get, environment::get);
  }
}
