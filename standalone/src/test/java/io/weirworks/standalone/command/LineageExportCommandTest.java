package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageExportCommandTest {

  private final Shell shell = new Shell(Path.of("target"), List.of());

  @TempDir private Path folder;

  @Test
  void scriptIsOneEventThatOthersRead() throws Exception {
    // given
    Path script = folder.resolve("totals.sql");
    Files.writeString(
        script,
        "insert into d.t select g, sum(k) as total from d.s group by g; insert into d.u select g from d.t");

    // when
    var outcome = shell.type("lineage", "export", "--file", script.toString());

    // then
    assertThat(outcome.code()).isZero();
    JsonNode event = JsonMapper.builder().build().readTree(outcome.out());
    assertThat(event.path("eventType").asText()).isEqualTo("COMPLETE");
    assertThat(event.path("job").path("name").asText()).isEqualTo("totals.sql");
    var read = ((OpenLineageEvent.OfRun) EventReader.read(outcome.out().strip())).event();
    assertThat(read.inputs()).extracting(DatasetRef::id).containsExactly("d.s", "d.t");
    assertThat(read.outputs()).extracting(DatasetRef::id).containsExactly("d.t", "d.u");
    assertThat(read.columnEdges()).isNotEmpty();
  }

  @Test
  void oneOfRunAndFileIsNeeded() {
    assertThat(shell.type("lineage", "export").code()).isNotZero();
  }
}
