package io.weirworks.standalone.platform;

import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * How a platform is run. It is remembered from {@code up} to {@code down}, so that a second {@code
 * up} starts what is missing in the same way and every other command finds the broker.
 *
 * @param kafka bootstrap servers of an existing Kafka; empty: the embedded one
 * @param database an existing MySQL; empty: the embedded one
 * @param spark whether there is an embedded warehouse to run Spark nodes on
 * @param clockOffset added to the database's time by every service
 */
public record PlatformSettings(
    Hosting hosting,
    Optional<String> kafka,
    Optional<ExternalDatabase> database,
    boolean spark,
    Duration clockOffset) {

  /**
   * An existing MySQL 8.4+; the password is never kept, it comes from the environment each time.
   *
   * @param url {@code jdbc:mysql://host:port/}
   * @param user may make schemas
   */
  public record ExternalDatabase(String url, String user) {}

  private static final String HOSTING = "hosting";
  private static final String KAFKA = "kafka.bootstrap.servers";
  private static final String DATABASE_URL = "database.url";
  private static final String DATABASE_USER = "database.user";
  private static final String SPARK = "spark";
  private static final String CLOCK_OFFSET = "clock.offset";

  /** One JVM, everything embedded. */
  public static PlatformSettings standard() {
    return new PlatformSettings(
        Hosting.ONE_JVM, Optional.empty(), Optional.empty(), true, Duration.ZERO);
  }

  static Optional<PlatformSettings> remembered(DataFolder data) {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try {
      kept.load(new StringReader(Files.readString(file)));
    } catch (IOException e) {
      throw new StandaloneException(StandaloneException.Code.FILE, "cannot read " + file, e);
    }
    return Optional.of(
        new PlatformSettings(
            Hosting.valueOf(kept.getProperty(HOSTING)),
            Optional.ofNullable(kept.getProperty(KAFKA)),
            Optional.ofNullable(kept.getProperty(DATABASE_URL))
                .map(url -> new ExternalDatabase(url, kept.getProperty(DATABASE_USER))),
            Boolean.parseBoolean(kept.getProperty(SPARK)),
            Duration.parse(kept.getProperty(CLOCK_OFFSET))));
  }

  void remember(DataFolder data) {
    Properties kept = new Properties();
    kept.setProperty(HOSTING, hosting.name());
    kafka.ifPresent(servers -> kept.setProperty(KAFKA, servers));
    database.ifPresent(
        named -> {
          kept.setProperty(DATABASE_URL, named.url());
          kept.setProperty(DATABASE_USER, named.user());
        });
    kept.setProperty(SPARK, Boolean.toString(spark));
    kept.setProperty(CLOCK_OFFSET, clockOffset.toString());
    String text =
        kept.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .sorted()
            .collect(Collectors.joining());
    try {
      Files.writeString(file(data), text);
    } catch (IOException e) {
      throw new StandaloneException(StandaloneException.Code.FILE, "cannot write " + file(data), e);
    }
  }

  static void forget(DataFolder data) {
    try {
      Files.deleteIfExists(file(data));
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot remove " + file(data), e);
    }
  }

  private static Path file(DataFolder data) {
    return data.run().resolve("platform.properties");
  }
}
