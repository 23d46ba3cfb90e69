package io.weirworks.infra.testing;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.infra.database.JdbcDatabase;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Servers that run already, named by settings of the test run.
 *
 * @param broker by {@code infra.kafka}
 * @param database by {@code infra.jdbc-url}, {@code infra.user} and, from the environment, {@code
 *     INFRA_PASSWORD}
 */
record ExternalServers(Optional<Broker> broker, Optional<Database> database) {

  static final String PASSWORD = "INFRA_PASSWORD";
  private static final String KAFKA = "-Dinfra.kafka=host:port";
  private static final String URL = "-Dinfra.jdbc-url=jdbc:mysql://host:port/";

  /** A broker known by its address. */
  private record NamedBroker(String bootstrapServers) implements Broker {

    @Override
    public String describe() {
      return "external Kafka on " + bootstrapServers;
    }
  }

  /**
   * Reads the settings; one of the two servers is enough.
   *
   * @throws InfraException {@code WRONG_SETTING} where neither is named, or one only in part
   */
  static ExternalServers from(
      Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
    Optional<String> kafka = given(property.apply("infra.kafka"));
    Optional<String> url = given(property.apply("infra.jdbc-url"));
    if (kafka.isEmpty() && url.isEmpty()) {
      throw missing(KAFKA + " or " + URL + " or both");
    }
    return new ExternalServers(
        kafka.map(NamedBroker::new), url.map(address -> database(address, property, environment)));
  }

  private static Database database(
      String url,
      Function<String, @Nullable String> property,
      Function<String, @Nullable String> environment) {
    if (!url.startsWith("jdbc:mysql://")) {
      throw new InfraException(
          InfraException.Code.WRONG_SETTING,
          "-Dinfra.jdbc-url=" + url + ": must be jdbc:mysql://host:port/");
    }
    return new JdbcDatabase(
        url,
        given(property.apply("infra.user")).orElseThrow(() -> missing("-Dinfra.user=name")),
        given(environment.apply(PASSWORD))
            .orElseThrow(() -> missing("the environment variable " + PASSWORD)),
        "external database");
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static InfraException missing(String what) {
    return new InfraException(InfraException.Code.WRONG_SETTING, "-Dinfra=external needs " + what);
  }
}
