package io.weirworks.standalone.platform;

import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.Database;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.infra.database.JdbcDatabase;
import io.weirworks.schemas.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of one platform with given settings.
 *
 * @param servers what the services need first
 * @param bootstrapServers asked for only after the broker's start: before it has chosen a port
 */
record PlatformParts(
    List<PlatformProcess> servers,
    List<ServicesProcess> services,
    BootstrapServers bootstrapServers,
    Database database) {

  static final String PASSWORD_VARIABLE = "WEIRWORKS_DATABASE_PASSWORD";
  private static final String KAFKA = "kafka";
  private static final String DATABASE = "database";
  private static final String ALL_SERVICES = "services";
  private static final int SHARED_HEAP_MEBIBYTES = 768;
  private static final int OWN_HEAP_MEBIBYTES = 320;

  /** Where the broker is. */
  interface BootstrapServers {
    String get();
  }

  /**
   * The parts, none of them started.
   *
   * @param environment names ports, passwords and a Spark, as {@link System#getenv()}
   */
  static PlatformParts of(
      DataFolder data,
      PlatformSettings settings,
      Programs programs,
      Map<String, String> environment,
      UpView view) {
    EmbeddedBroker broker = new EmbeddedBroker(data.kafka(), BrokerSettings.standard());
    EmbeddedDatabase embedded = new EmbeddedDatabase(data.database(), DatabaseSettings.standard());
    BootstrapServers kafka = () -> settings.kafka().orElseGet(broker::bootstrapServers);
    Database database =
        settings.database().<Database>map(named -> existing(named, environment)).orElse(embedded);
    Optional<MetastoreProcess> metastore =
        settings.spark() && programs.installed().stream().anyMatch(PlatformParts::runsNodes)
            ? Optional.of(new MetastoreProcess(data, environment, view))
            : Optional.empty();
    List<PlatformProcess> servers = new ArrayList<>();
    servers.add(kafka(settings, broker));
    servers.add(database(settings, embedded));
    metastore.ifPresent(servers::add);
    ServiceEnvironment told =
        new ServiceEnvironment(
            data, settings, kafka, database, metastore, new ServicePorts(data, environment));
    return new PlatformParts(
        List.copyOf(servers), services(data, settings.hosting(), programs, told), kafka, database);
  }

  private static boolean runsNodes(ServiceProgram program) {
    return program.service() == Service.EXECUTOR;
  }

  private static PlatformProcess kafka(PlatformSettings settings, EmbeddedBroker broker) {
    return settings
        .kafka()
        .<PlatformProcess>map(servers -> new ExternalServer(KAFKA, servers))
        .orElseGet(() -> new EmbeddedProcess(KAFKA, broker, broker::bootstrapServers));
  }

  private static PlatformProcess database(PlatformSettings settings, EmbeddedDatabase embedded) {
    return settings
        .database()
        .<PlatformProcess>map(named -> new ExternalServer(DATABASE, authority(named.url())))
        .orElseGet(
            () -> new EmbeddedProcess(DATABASE, embedded, () -> authority(embedded.jdbcUrl("x"))));
  }

  private static List<ServicesProcess> services(
      DataFolder data, Hosting hosting, Programs programs, ServiceEnvironment told) {
    ReadinessProbe probe = new ReadinessProbe();
    List<ServiceProgram> installed = programs.installed();
    if (installed.isEmpty()) {
      return List.of();
    }
    return switch (hosting) {
      case ONE_JVM ->
          List.of(
              new ServicesProcess(
                  ALL_SERVICES,
                  installed,
                  SHARED_HEAP_MEBIBYTES,
                  data,
                  programs.classPath(),
                  told,
                  probe));
      case PER_SERVICE ->
          installed.stream()
              .map(
                  program ->
                      new ServicesProcess(
                          program.service().id(),
                          List.of(program),
                          OWN_HEAP_MEBIBYTES,
                          data,
                          programs.classPath(),
                          told,
                          probe))
              .toList();
    };
  }

  private static JdbcDatabase existing(
      PlatformSettings.ExternalDatabase named, Map<String, String> environment) {
    return new JdbcDatabase(
        named.url(), named.user(), environment.getOrDefault(PASSWORD_VARIABLE, ""), "MySQL");
  }

  private static String authority(String jdbcUrl) {
    return URI.create(jdbcUrl.substring("jdbc:".length())).getAuthority();
  }
}
