package io.weirworks.standalone.command;

import io.weirworks.standalone.platform.Hosting;
import io.weirworks.standalone.platform.PlatformRequest;
import io.weirworks.standalone.platform.PlatformSettings.ExternalDatabase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the servers are and how the services are hosted, for commands that start them. */
final class ServersOption {

  private final Surroundings surroundings;

  @Option(names = "--processes", description = "One JVM for each service instead of one for all.")
  private boolean processes;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description =
          "Use an existing Kafka; default: $KAFKA_BOOTSTRAP_SERVERS, else the embedded one.")
  private @Nullable String kafka;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "Use an existing MySQL, such as jdbc:mysql://127.0.0.1:3306/; default: $WEIRWORKS_DATABASE_URL,",
        "else the embedded one. The password is taken from $WEIRWORKS_DATABASE_PASSWORD."
      })
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      paramLabel = "USER",
      description = "Its account; default: $WEIRWORKS_DATABASE_USER, else weirworks.")
  private @Nullable String databaseUser;

  ServersOption(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  PlatformRequest request(Optional<Boolean> spark, Optional<Duration> clockOffset) {
    return new PlatformRequest(
        processes ? Optional.of(Hosting.PER_SERVICE) : Optional.empty(),
        given(kafka, "KAFKA_BOOTSTRAP_SERVERS"),
        given(databaseUrl, "WEIRWORKS_DATABASE_URL")
            .map(
                url ->
                    new ExternalDatabase(
                        url, given(databaseUser, "WEIRWORKS_DATABASE_USER").orElse("weirworks"))),
        spark,
        clockOffset);
  }

  private Optional<String> given(@Nullable String option, String variable) {
    return Optional.ofNullable(option)
        .or(() -> Optional.ofNullable(surroundings.environment().get(variable)))
        .filter(value -> !value.isBlank());
  }
}
