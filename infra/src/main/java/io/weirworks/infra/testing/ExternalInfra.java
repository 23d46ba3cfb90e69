package io.weirworks.infra.testing;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.infra.database.JdbcDatabase;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Servers that run already, named by settings of the test run. */
record ExternalInfra(String bootstrapServers, Database database) implements Broker {

  static final String PASSWORD = "INFRA_PASSWORD";

  /**
   * Reads {@code infra.kafka}, {@code infra.jdbc-url}, {@code infra.user} and, from the
   * environment, {@code INFRA_PASSWORD}.
   *
   * @throws InfraException {@code WRONG_SETTING} where one is missing
   */
  static ExternalInfra from(
      Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
    String kafka = required(property.apply("infra.kafka"), "-Dinfra.kafka=host:port");
    String url =
        required(property.apply("infra.jdbc-url"), "-Dinfra.jdbc-url=jdbc:mysql://host:port/");
    if (!url.startsWith("jdbc:mysql://")) {
      throw new InfraException(
          InfraException.Code.WRONG_SETTING,
          "-Dinfra.jdbc-url=" + url + ": must be jdbc:mysql://host:port/");
    }
    return new ExternalInfra(
        kafka,
        new JdbcDatabase(
            url,
            required(property.apply("infra.user"), "-Dinfra.user=name"),
            required(environment.apply(PASSWORD), "the environment variable " + PASSWORD),
            "external database"));
  }

  @Override
  public String describe() {
    return "external Kafka on " + bootstrapServers;
  }

  private static String required(@Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new InfraException(InfraException.Code.WRONG_SETTING, "-Dinfra=external needs " + what);
    }
    return value;
  }
}
