package io.weirworks.standalone.contractjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTypesTest {

  private final CommandTypes types = CommandTypes.ofContract();

  @Test
  void outsideCommandsAreThoseOfTheCommandsTopicsOnly() {
    assertThat(types.all())
        .extracting(CommandType::shortName)
        .contains("CreateWorkspace", "DeployWorkflow", "RunWorkflow", "StartBackfill", "CancelRun")
        .doesNotContain("RunNode", "WorkflowDeployed", "WorkflowState", "CommandAccepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RunWorkflow", "runworkflow", "io.weirworks.contract.scheduler.RunWorkflow"})
  void commandIsFoundByFullOrShortName(String name) {
    assertThat(types.find(name).service()).isEqualTo(Service.SCHEDULER);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "RunWorkfow, did you mean 'RunWorkflow'",
    "StartBackfil, did you mean 'StartBackfill'",
    "CreateWorkspce, did you mean 'CreateWorkspace'",
    "io.weirworks.contract.RunWorkflows, did you mean 'RunWorkflow'",
    "xyz, known are AddToMetaCollection",
  })
  void unknownCommandIsRefusedWithTheNearest(String name, String hint) {
    assertThatThrownBy(() -> types.find(name))
        .isInstanceOf(StandaloneException.class)
        .hasMessageContaining(hint);
  }
}
