package io.weirworks.registry.service;

import static io.weirworks.registry.service.Commands.create;
import static io.weirworks.registry.service.Commands.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.registry.ComputingResourceRegistered;
import io.weirworks.contract.registry.ComputingResourceState;
import io.weirworks.contract.registry.ComputingResourceType;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.contract.registry.WorkspaceCreated;
import io.weirworks.contract.registry.WorkspaceMode;
import io.weirworks.contract.registry.WorkspaceState;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Workspaces and their computing resources as other teams see them. */
class WorkspaceServiceTest {

  private final RegistryTown town = RegistryTown.shared();

  @Test
  void createdWorkspaceIsToldAnsweredAndShown() throws Exception {
    // when
    CommandAccepted accepted =
        town.accepted(
            CreateWorkspace.newBuilder()
                .setName("sales")
                .setDisplayName("Sales")
                .setDescription("all of it")
                .setMode(WorkspaceMode.STANDARD)
                .setTimeZone("Europe/Berlin")
                .build(),
            "sales");
    // then
    String id = accepted.getSubject();
    assertThat(accepted.getSequence()).isEqualTo(1);
    assertThat(town.events(id, 1))
        .singleElement()
        .satisfies(
            event -> {
              WorkspaceCreated created = (WorkspaceCreated) event.value();
              assertThat(created.getName()).isEqualTo("sales");
              assertThat(created.getMode()).isEqualTo(WorkspaceMode.STANDARD);
              assertThat(created.getTimeZone()).isEqualTo("Europe/Berlin");
            });
    assertThat(town.state(id, 1))
        .isInstanceOfSatisfying(
            WorkspaceState.class,
            state -> {
              assertThat(state.getWorkspaceId()).isEqualTo(id);
              assertThat(state.getDisplayName()).isEqualTo("Sales");
              assertThat(state.getDescription()).isEqualTo("all of it");
            });
    JsonNode shown = town.json("/workspaces/sales");
    assertThat(shown.path("workspaceId").asText()).isEqualTo(id);
    assertThat(shown.path("mode").asText()).isEqualTo("STANDARD");
    assertThat(shown.path("sequence").asLong()).isEqualTo(1);
    assertThat(town.get("/workspaces/nobodys").statusCode()).isEqualTo(404);
  }

  @Test
  void workspaceWithoutTimeZoneTakesThePlatforms() {
    // when
    CommandAccepted accepted = town.accepted(create("zoneless"), "zoneless");
    // then
    assertThat(town.events(accepted.getSubject(), 1))
        .extracting(event -> ((WorkspaceCreated) event.value()).getTimeZone())
        .containsExactly(RegistryTown.PLATFORM_ZONE);
  }

  @Test
  void wrongWorkspaceIsRefusedWithEveryProblem() {
    // when
    CommandRejected rejected =
        town.rejected(
            CreateWorkspace.newBuilder()
                .setName("no blanks")
                .setMode(WorkspaceMode.UNKNOWN)
                .setTimeZone("Asia/Shangai")
                .build(),
            "x");
    // then
    assertThat(rejected.getCode()).isEqualTo("InvalidName");
    assertThat(rejected.getField()).isEqualTo("name");
    assertThat(rejected.getValue()).isEqualTo("no blanks");
    assertThat(rejected.getMessage())
        .contains("UnknownValue at mode", "UnknownTimeZone at timeZone", "Asia/Shanghai");
  }

  @Test
  void oneOfManyThatWantTheSameNameAtOnceGetsIt() {
    // when
    List<String> ids =
        IntStream.range(0, 8).mapToObj(i -> town.send(create("wanted"), "key-" + i)).toList();
    List<SpecificRecord> replies = ids.stream().map(town::reply).toList();
    // then
    assertThat(replies).filteredOn(CommandAccepted.class::isInstance).hasSize(1);
    assertThat(replies)
        .filteredOn(CommandRejected.class::isInstance)
        .hasSize(7)
        .allSatisfy(reply -> assertThat(((CommandRejected) reply).getCode()).isEqualTo("Conflict"));
  }

  @Test
  void registeredComputingResourceIsToldAnsweredAndShown() throws Exception {
    // given
    town.accepted(create("lab"), "lab");
    // when
    CommandAccepted accepted = town.accepted(register("lab", "local"), "anything");
    // then
    String id = accepted.getSubject();
    assertThat(town.events(id, 1))
        .singleElement()
        .satisfies(
            event -> {
              ComputingResourceRegistered registered = (ComputingResourceRegistered) event.value();
              assertThat(registered.getWorkspace()).isEqualTo("lab");
              assertThat(registered.getType()).isEqualTo(ComputingResourceType.LOCAL);
            });
    assertThat(((ComputingResourceState) town.state(id, 1)).getName()).isEqualTo("local");
    assertThat(town.json("/computing-resources/" + id).path("type").asText()).isEqualTo("LOCAL");
    assertThat(town.json("/computing-resources?workspace=lab&type=LOCAL").path("items")).hasSize(1);
    assertThat(town.json("/computing-resources?workspace=lab&type=EMR_HADOOP").path("items"))
        .isEmpty();
  }

  @Test
  void computingResourceIsRefusedWhereTheWorkspaceOrTheTypeIsNotThere() {
    // given
    town.accepted(create("empty"), "empty");
    RegisterComputingResource cluster = register("empty", "cluster");
    cluster.setType(ComputingResourceType.EMR_DATALAKE);
    // then
    CommandRejected unknown = town.rejected(register("nowhere", "local"), "nowhere");
    assertThat(unknown.getCode()).isEqualTo("NotFound");
    assertThat(unknown.getField()).isEqualTo("workspace");
    assertThat(town.rejected(cluster, "empty").getCode())
        .isEqualTo("ComputingResourceTypeNotSupportedYet");
  }
}
