package io.weirworks.messaging.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.schemas.TopicKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hosted service: configuration in, HTTP and messages out. */
class ServiceHostTest {

  private static ApplicationContext context;
  private static URI address;
  private static BankTown town;

  @BeforeAll
  static void host() {
    Infra infra = Infra.shared();
    String schema = infra.freshSchema("hosted");
    town = BankTown.fresh(infra.broker(), infra.database(), schema);
    context =
        ServiceHost.start(
            Bank.SERVICE,
            Map.of(
                "kafka.bootstrap.servers", infra.broker().bootstrapServers(),
                "datasources.default.url", infra.database().jdbcUrl(schema),
                "datasources.default.username", infra.database().user(),
                "datasources.default.password", infra.database().password()));
    address = context.getBean(EmbeddedServer.class).getURI();
  }

  @AfterAll
  static void stop() {
    context.close();
    town.close();
  }

  private static java.net.http.HttpResponse<String> post(
      String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static java.net.http.HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<CommandOutcome> ask(SpecificRecord command, String id)
      throws Exception {
    return context
        .getBean(CommandGateway.class)
        .ask(command, "acc-1", "bank", "user:ada", id)
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void httpWriteIsACommandWhoseOutcomeCanBeReadAgain() throws Exception {
    // when
    HttpResponse<CommandOutcome> opened = ask(new OpenAccount("acc-1", "Ada"), "http-1");
    HttpResponse<CommandOutcome> refused = ask(new Deposit("acc-2", 1L), "http-2");

    // then
    assertThat(opened.code()).isEqualTo(200);
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.getBody().map(CommandOutcome::code)).contains("NoSuchAccount");
    assertThat(get("/commands/http-1").body()).contains("\"ACCEPTED\"", "\"acc-1\"");
    assertThat(get("/commands/http-2").body()).contains("\"NoSuchAccount\"", "\"account\"");
    assertThat(get("/commands/never").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Idempotency-Key, 101, 10",
    "Idempotency-Key, 0, 10",
    "X-Weirworks-Actor, 10, 256",
    "X-Weirworks-Actor, 10, 0",
  })
  void whatNoRecordCanCarryIsAnsweredAtOnceWithItsHeader(
      String header, int lengthOfKey, int lengthOfActor) throws Exception {
    // when
    HttpResponse<CommandOutcome> response =
        context
            .getBean(CommandGateway.class)
            .ask(
                new Deposit("acc-1", 1L),
                "acc-1",
                "bank",
                "a".repeat(lengthOfActor),
                "k".repeat(lengthOfKey))
            .get(1, TimeUnit.SECONDS);

    // then
    assertThat(response.code()).isEqualTo(400);
    CommandOutcome outcome = response.getBody().orElseThrow();
    assertThat(outcome.code()).isEqualTo("InvalidParameter");
    assertThat(outcome.field()).isEqualTo(header);
    assertThat(outcome.message()).contains(header, "allowed");
  }

  @Test
  void longestKeyAndActorAreTaken() throws Exception {
    // when
    HttpResponse<CommandOutcome> response =
        context
            .getBean(CommandGateway.class)
            .ask(new Deposit("nobody", 1L), "nobody", "bank", "a".repeat(255), "k".repeat(100))
            .get(20, TimeUnit.SECONDS);

    // then
    assertThat(response.getBody().map(CommandOutcome::code)).contains("NoSuchAccount");
  }

  @Test
  void poolHasAutoCommitOffAndSessionsThatTheServerEndsSoon() throws Exception {
    try (Connection c = context.getBean(DataSource.class).getConnection();
        Statement statement = c.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT @@wait_timeout, @@innodb_lock_wait_timeout")) {
      assertThat(c.getAutoCommit()).isFalse();
      assertThat(c.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(row.next()).isTrue();
      assertThat(List.of(row.getInt(1), row.getInt(2))).containsExactly(15, 3);
    }
  }

  @Test
  void readinessAndMetricsTellOfTheLoop() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(get("/health/readiness").body()).contains("\"UP\"", "messaging");
              assertThat(get("/prometheus").body())
                  .contains("weirworks_messaging_shards_owned{service=\"scheduler\"} 4.0")
                  .contains("weirworks_messaging_outbox_oldest")
                  .contains("weirworks_messaging_poll_age");
            });
  }

  @Test
  void operatorSeesWhatStopsAShardAndTellsItToPassOver() throws Exception {
    // given
    String internal = Bank.SERVICE.topic(TopicKind.INTERNAL);
    long offset =
        town.written(
                BankTown.record(internal, 2, null, new byte[] {1}, new HeaderList().add("a", "b")))
            .orElseThrow()
            .offset();
    String right =
        "{\"action\":\"SKIP\",\"topic\":\"%s\",\"argument\":\"%d\"}".formatted(internal, offset);
    String wrong = right.replace("\"" + offset + "\"", "\"" + (offset + 1) + "\"");
    String path = "/shards/2/instructions";

    // when, then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(get("/shards/stopped").body()).contains("\"shard\":2", right));
    assertThat(get("/health/readiness").body()).contains("DOWN", internal + "-2@" + offset);
    assertThat(post(path, right).statusCode()).isEqualTo(400);
    java.net.http.HttpResponse<String> refused = post(path, wrong, "X-Weirworks-Actor", "user:eve");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("OperationDenied", internal + "-2@" + offset);
    assertThat(post("/shards/1/instructions", right, "X-Weirworks-Actor", "user:eve").statusCode())
        .isEqualTo(409);

    // when
    java.net.http.HttpResponse<String> taken = post(path, right, "X-Weirworks-Actor", "user:ada");

    // then
    assertThat(taken.statusCode()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get("/shards/stopped").body()).isEqualTo("[]"));
    assertThat(get(path).body())
        .contains("user:ada", "SKIP", internal, "toldAt")
        .doesNotContain("user:eve");
  }

  @Test
  void whatEveryServiceHasBesideItsOwnPagesIsDescribed() throws Exception {
    assertThat(get("/swagger/messaging-1.yml").body())
        .contains("/commands/{id}", "/shards/stopped", "/shards/{shard}/instructions")
        .contains("X-Weirworks-Actor", "ACCEPT_TOPIC");
  }

  @Test
  void brokerBeyondLoopbackIsRefusedWithoutTheExplicitSetting() {
    assertThatThrownBy(() -> BrokerGuard.check("10.1.2.3:9092", false))
        .hasMessageContaining("10.1.2.3:9092")
        .hasMessageContaining("accept-unproven-actors");
    BrokerGuard.check("127.0.0.1:9092,localhost:9093,[::1]:9094", false);
    BrokerGuard.check("10.1.2.3:9092", true);
  }
}
