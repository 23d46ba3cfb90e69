package io.weirworks.standalone.lineage;

import io.weirworks.contract.lineage.Dataset;
import io.weirworks.contract.lineage.LineageRecorded;
import io.weirworks.contract.lineage.LineageSource;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import io.weirworks.lineage.openlineage.RunExport;
import io.weirworks.lineage.openlineage.RunExport.Touched;
import io.weirworks.lineage.run.Finding;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.RunStatement;
import io.weirworks.lineage.run.ScriptReading;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.topics.Decoder;
import io.weirworks.standalone.topics.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What static analysis says of one run: of the platform, or of a script that ran nowhere. */
public final class RunLineage {

  private RunLineage() {}

  /**
   * Of a run that succeeded, from the events of lineage-service.
   *
   * @throws StandaloneException {@code NOT_FOUND} where nothing is told of it
   */
  public static RunExport told(String bootstrapServers, String run) {
    List<LineageRecorded> told = new ArrayList<>();
    Decoder decoder = new Decoder();
    String topic = Service.LINEAGE.topic(TopicKind.EVENTS);
    try (TopicReader reader = TopicReader.of(bootstrapServers, List.of(topic))) {
      reader.readToEnd(
          record -> {
            if (decoder.value(record).orElse(null) instanceof LineageRecorded recorded
                && recorded.getRunId().equals(run)
                && recorded.getKnownBy() == LineageSource.STATIC) {
              told.add(recorded);
            }
          });
    }
    if (told.isEmpty()) {
      throw new StandaloneException(
          StandaloneException.Code.NOT_FOUND,
          "no lineage is told of run %s: it did not succeed, touched nothing, or is not known"
              .formatted(run));
    }
    return export(told);
  }

  private static RunExport export(List<LineageRecorded> told) {
    LineageRecorded first = told.getFirst();
    Job job = new Job(first.getWorkspace(), first.getWorkflow() + "." + first.getNode());
    JobRun flow =
        new JobRun(
            first.getWorkflowInstanceId(), new Job(first.getWorkspace(), first.getWorkflow()));
    List<Touched> statements =
        told.stream()
            .map(
                recorded ->
                    new Touched(
                        refs(recorded.getInputs()),
                        refs(recorded.getOutputs()),
                        recorded.getColumnEdges().stream().map(DatasetRecords::domain).toList()))
            .toList();
    return RunExport.of(
        first.getRunId(), job, Optional.of(flow), first.getObservedAt(), statements);
  }

  private static List<DatasetRef> refs(Collection<Dataset> datasets) {
    return datasets.stream().map(DatasetRecords::domain).toList();
  }

  /**
   * Of a script, as a run that ended at this time; its id comes from the text.
   *
   * @param name of the job
   */
  public static RunExport analysed(String name, String text, Dialect dialect, Instant at) {
    String id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    Run run = new Run(id, "", "", "file", name, "", "", "", at);
    RunScript script = new RunScript(run, dialect, List.of(new RunStatement(0, text, "", null)), 0);
    ScriptReading reading =
        new ScriptReading(SqlLineage.create(), script, table -> Optional.empty());
    reading.readOn(1);
    List<Touched> statements =
        reading.from(0).stream()
            .flatMap((Finding finding) -> finding.record().stream())
            .map(record -> new Touched(record.inputs(), record.outputs(), record.columnEdges()))
            .toList();
    return RunExport.of(id, new Job("file", name), Optional.empty(), at, statements);
  }
}
