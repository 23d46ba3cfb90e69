package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.infra.testing.InfraExtension;
import io.weirworks.infra.testing.SeparateInfra;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.platform.ServiceProgram;
import io.weirworks.standalone.pretended.PretendedFailure;
import io.weirworks.standalone.pretended.PretendedRegistry;
import io.weirworks.standalone.pretended.PretendedScheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a database that somebody else runs, and one JVM for each service. */
@ExtendWith(InfraExtension.class)
class ProcessPerServiceTest {

  private static final ServiceProgram REGISTRY =
      new ServiceProgram(Service.REGISTRY, PretendedRegistry.class.getName());
  private static final ServiceProgram SCHEDULER =
      new ServiceProgram(Service.SCHEDULER, PretendedScheduler.class.getName());
  private static final ServiceProgram FAILING =
      new ServiceProgram(Service.SCHEDULER, PretendedFailure.class.getName());

  private final SeparateInfra infra;
  @TempDir private Path home;

  ProcessPerServiceTest(SeparateInfra infra) {
    this.infra = infra;
  }

  private Map<String, String> environment() {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", infra.broker().bootstrapServers(),
        "WEIRWORKS_DATABASE_URL", infra.database().jdbcUrl("x").replaceFirst("/x", "/"),
        "WEIRWORKS_DATABASE_USER", infra.database().user(),
        "WEIRWORKS_DATABASE_PASSWORD", infra.database().password());
  }

  @AfterEach
  void down() {
    new Shell(home, List.of(REGISTRY, SCHEDULER)).typeIn(environment(), "down");
  }

  @Test
  void eachServiceHasAProcessAndForeignServersAreUsedAndLeftAlone() throws Exception {
    // given
    Shell shell = new Shell(home, List.of(REGISTRY, SCHEDULER));
    // when
    var up = shell.typeIn(environment(), "up", "--detach", "--processes");
    // then
    assertThat(up.code()).as(up.err()).isZero();
    JsonNode parts =
        new ObjectMapper().readTree(shell.typeIn(environment(), "status", "--json").out());
    List<String> states = new ArrayList<>();
    parts.forEach(part -> states.add(part.get("name").asText() + " " + part.get("state").asText()));
    assertThat(states)
        .containsExactly(
            "kafka EXTERNAL", "database EXTERNAL", "registry RUNNING", "scheduler RUNNING");
    assertThat(parts.get(2).get("pid").asLong()).isNotEqualTo(parts.get(3).get("pid").asLong());

    // when it is said no more: it is remembered
    assertThat(shell.typeIn(environment(), "up", "--detach").code()).isZero();
    assertThat(shell.type("send", "CreateWorkspace", "{\"name\": \"a\"}").code()).isZero();

    // when
    var down = shell.typeIn(environment(), "down");
    // then
    assertThat(down.lines()).containsExactly("registry   stopped", "scheduler  stopped");
    assertThat(infra.broker().isRunning()).isTrue();
    assertThat(infra.database().isRunning()).isTrue();
  }

  @Test
  void serviceThatDoesNotStartIsToldWithTheEndOfItsLog() {
    // when
    var up =
        new Shell(home, List.of(FAILING)).typeIn(environment(), "up", "--detach", "--processes");
    // then
    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("NOT_READY", "scheduler ended while it started", "no such luck");
  }
}
