package io.weirworks.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.JdbcDatabase;
import io.weirworks.schemas.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docker-compose.yml says is what the services read (issue: production-like stack). */
class ComposeTest {

  private static final ComposeFile FILE = ComposeFile.ofSourceTree();

  @Test
  void stackIsKafkaMySqlAndTheFourServices() {
    assertThat(FILE.services().keySet())
        .containsExactlyInAnyOrder(
            "kafka", "mysql", "registry", "scheduler", "executor", "lineage");
  }

  @ParameterizedTest
  @EnumSource
  void serviceReadsEveryVariableThatItIsGiven(Service service) {
    assertThat(new ServiceSettings(service).variables()).containsAll(given(service).keySet());
  }

  /** Where it is, how it reaches broker and database, and nothing left to a default of one host. */
  @ParameterizedTest
  @EnumSource
  void serviceIsGivenWhatItCannotRunWithout(Service service) {
    // given
    String prefix = "WEIRWORKS_" + service.name() + "_DATABASE_";

    // then
    assertThat(new ServiceSettings(service).placeholders())
        .contains("KAFKA_BOOTSTRAP_SERVERS", prefix + "URL", prefix + "USER", prefix + "PASSWORD");
    assertThat(given(service))
        .containsKeys(
            "KAFKA_BOOTSTRAP_SERVERS",
            "MICRONAUT_SERVER_HOST",
            "WEIRWORKS_MESSAGING_ACCEPT_UNPROVEN_ACTORS",
            prefix + "URL",
            prefix + "USER",
            prefix + "PASSWORD");
  }

  @ParameterizedTest
  @EnumSource
  void whatServiceIsGivenArrivesWhereItIsUsed(Service service) {
    // when
    Map<String, Object> properties = new ServiceSettings(service).in(given(service));

    // then
    assertThat(properties)
        .containsEntry("weirworks.service", service.id())
        .containsEntry("micronaut.server.host", "0.0.0.0")
        .containsEntry("kafka.bootstrap.servers", "kafka:19092")
        .containsEntry("datasources.default.username", "weirworks_" + service.id())
        .containsEntry(
            "datasources.default.password",
            "given:WEIRWORKS_" + service.name() + "_DATABASE_PASSWORD")
        .hasEntrySatisfying(
            "datasources.default.url",
            url ->
                assertThat(url.toString())
                    .startsWith("jdbc:mysql://mysql:3306/weirworks_" + service.id() + "?"));
  }

  @ParameterizedTest
  @EnumSource
  void serviceIsPublishedAndAskedForItsHealthWhereItListens(Service service) {
    // given
    ComposeFile.Part part = FILE.service(service.id());
    Object port = new ServiceSettings(service).in(given(service)).get("micronaut.server.port");

    // then
    assertThat(part.list("ports")).containsExactly("127.0.0.1:%s:%s".formatted(port, port));
    assertThat(part.map("healthcheck"))
        .hasEntrySatisfying(
            "test",
            test ->
                assertThat(test.toString())
                    .contains("/127.0.0.1/" + port + " ", "/health/readiness"));
  }

  /** The broker's and the driver's settings that the tests of the mechanism ran with. */
  @ParameterizedTest
  @EnumSource
  void databaseIsReachedWithTheOptionsThatTheTestsUse(Service service) {
    // given
    Map<String, String> tested =
        options(new JdbcDatabase("jdbc:mysql://mysql:3306/", "u", "p", "MySQL").jdbcUrl("s"));
    Map<String, String> given =
        options(
            given(service).getOrDefault("WEIRWORKS_" + service.name() + "_DATABASE_URL", "none"));

    // then: it differs in that the way to the server is not loopback
    assertThat(given).containsEntry("sslMode", "REQUIRED");
    given.remove("sslMode");
    assertThat(tested).containsAllEntriesOf(given);
    assertThat(tested.keySet())
        .containsAll(given.keySet())
        .as("left to the driver's default, which is the same")
        .isSubsetOf(
            union(
                given.keySet(),
                Set.of(
                    "useServerPrepStmts",
                    "characterEncoding",
                    "sslMode",
                    "allowPublicKeyRetrieval")));
  }

  @Test
  void brokerTakesTheLargestRecordThatTheServicesWrite() {
    assertThat(FILE.service("kafka").environment())
        .containsEntry("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(Broker.MAX_MESSAGE_BYTES))
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  }

  @Test
  void brokerIsReachedByTheServicesAndByTheHostUnderTheNamesThatItTells() {
    Map<String, String> kafka = FILE.service("kafka").environment();
    assertThat(kafka.get("KAFKA_ADVERTISED_LISTENERS"))
        .isEqualTo("INTERNAL://kafka:19092,HOST://127.0.0.1:9092");
    assertThat(FILE.service("kafka").list("ports")).containsExactly("127.0.0.1:9092:9092");
  }

  @Test
  void nothingIsPublishedButOnLoopback() {
    assertThat(FILE.services().values())
        .allSatisfy(
            part -> {
              assertThat(part.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
              assertThat(part.settings()).doesNotContainKeys("network_mode", "privileged");
            });
  }

  @Test
  void everyImageIsOfOneVersion() throws IOException {
    // given
    String pom = Files.readString(ComposeFile.root().resolve("pom.xml"));
    String version =
        Pattern.compile("<version>([^<]+)</version>")
            .matcher(pom)
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();

    // then
    assertThat(FILE.services().values())
        .allSatisfy(
            part ->
                assertThat(part.text("image"))
                    .matches("[a-z/-]+:\\d[\\w.-]*")
                    .doesNotEndWith(":latest"));
    for (Service service : Service.values()) {
      assertThat(FILE.service(service.id()).text("image"))
          .isEqualTo("weirworks/" + service.id() + "-service:" + version);
    }
  }

  @Test
  void everyPartIsWatchedAndRunsWithoutRightsThatItDoesNotNeed() {
    assertThat(FILE.services().values())
        .allSatisfy(
            part -> {
              assertThat(part.map("healthcheck")).containsKeys("test", "interval", "retries");
              assertThat(part.text("user")).matches("[1-9]\\d*:[1-9]\\d*");
              assertThat(part.list("cap_drop")).containsExactly("ALL");
              assertThat(part.list("security_opt")).containsExactly("no-new-privileges:true");
              assertThat(part.settings()).containsKeys("mem_limit", "restart");
            });
  }

  @Test
  void whatMustOutliveAContainerIsInANamedVolume() {
    assertThat(FILE.service("kafka").list("volumes"))
        .contains("kafka:" + FILE.service("kafka").environment().get("KAFKA_LOG_DIRS"));
    assertThat(FILE.service("mysql").list("volumes")).contains("mysql:/var/lib/mysql");
    assertThat(FILE.service("executor").list("volumes")).contains("executor:/var/lib/weirworks");
    assertThat(given(Service.EXECUTOR).get("WEIRWORKS_WORK_DIR")).startsWith("/var/lib/weirworks/");
    assertThat(FILE.volumes()).containsExactlyInAnyOrder("kafka", "mysql", "executor", "spark");
  }

  @Test
  void secretsComeFromTheEnvironmentFileAndNowhereElse() throws IOException {
    // given
    List<String> sample = Files.readAllLines(ComposeFile.root().resolve(".env.example"));
    List<String> passwords = new ArrayList<>();
    FILE.services().values().stream()
        .map(ComposeFile.Part::environment)
        .map(Map::entrySet)
        .flatMap(Collection::stream)
        .filter(variable -> variable.getKey().toUpperCase(Locale.ROOT).contains("PASSWORD"))
        .forEach(variable -> passwords.add(variable.getValue()));

    // then
    assertThat(passwords).hasSize(9).allMatch(value -> value.startsWith("given:"));
    assertThat(sample)
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .containsExactlyInAnyOrderElementsOf(
            FILE.requiredVariables().stream().map(name -> name + "=").toList());
    assertThat(Files.readAllLines(ComposeFile.root().resolve(".gitignore"))).contains(".env");
  }

  @Test
  void filesThatAreMountedAreThere() {
    assertThat(FILE.services().values().stream().flatMap(part -> part.list("volumes").stream()))
        .filteredOn(volume -> volume.startsWith("./"))
        .isNotEmpty()
        .allSatisfy(
            volume ->
                assertThat(
                        ComposeFile.root().resolve(Path.of(volume.split(":", -1)[0]).normalize()))
                    .exists());
  }

  private static Map<String, String> given(Service service) {
    return FILE.service(service.id()).environment();
  }

  private static Map<String, String> options(String url) {
    return Arrays.stream(url.substring(url.indexOf('?') + 1).split("&", -1))
        .map(option -> option.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }
}
