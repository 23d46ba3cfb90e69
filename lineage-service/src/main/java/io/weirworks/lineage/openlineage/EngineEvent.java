package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Located;
import io.weirworks.lineage.sql.SchemaChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an engine told of one of its runs at one moment. Several of them tell the same run; each may
 * be only a part (lineage 5).
 *
 * @param runId a UUID, lower case
 * @param nominal for which span of time it ran
 * @param parent the run that this one is part of
 * @param emrRelease such as EMR-5.9.1, where whoever runs the engine tells it by the run's tag
 * @param sql text of the statement that ran
 * @param inputs datasets read, without those that have no name
 * @param columnEdges each into one of the outputs
 * @param schemaChanges what became of the outputs as tables
 * @param locations where the files of inputs and outputs lie that are tables
 */
public record EngineEvent(
    String runId,
    Type type,
    Instant time,
    Job job,
    Optional<Nominal> nominal,
    Optional<Parent> parent,
    Optional<Engine> engine,
    Optional<String> emrRelease,
    Optional<String> sql,
    List<DatasetRef> inputs,
    List<DatasetRef> outputs,
    List<ColumnEdge> columnEdges,
    List<SchemaChange> schemaChanges,
    List<Located> locations) {

  public EngineEvent {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    columnEdges = List.copyOf(columnEdges);
    schemaChanges = List.copyOf(schemaChanges);
    locations = List.copyOf(locations);
  }

  /** The states of a run, as the specification names them. */
  public enum Type {
    START,
    RUNNING,
    COMPLETE,
    ABORT,
    FAIL,
    OTHER
  }

  /** A run with its job. */
  public record JobRun(String runId, Job job) {}

  /**
   * @param root the outermost run, where it is told
   */
  public record Parent(JobRun run, Optional<JobRun> root) {}

  /** The span of time that a run is for, such as a day's data; some engines tell its start only. */
  public record Nominal(Instant start, Optional<Instant> end) {}

  /** What ran it, such as spark 4.2.0. */
  public record Engine(String name, String version) {}

  /** Whose word the run's lineage is: its parent's job, else its own. */
  public Job writer() {
    return parent.map(Parent::run).map(JobRun::job).orElse(job);
  }
}
