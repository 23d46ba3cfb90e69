package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run touched, to be told as OpenLineage. Statements add up: an event of a run names each
 * dataset once.
 *
 * @param runId a UUID
 * @param root the run that this one is part of, such as its workflow instance
 */
public record RunExport(
    String runId,
    Job job,
    Optional<JobRun> root,
    Instant endedAt,
    Set<DatasetRef> inputs,
    Set<DatasetRef> outputs,
    List<ColumnEdge> columnEdges) {

  /** What one statement touched. */
  public record Touched(
      Collection<DatasetRef> inputs,
      Collection<DatasetRef> outputs,
      Collection<ColumnEdge> columnEdges) {}

  public RunExport {
    inputs = Set.copyOf(inputs);
    outputs = Set.copyOf(outputs);
    columnEdges = List.copyOf(columnEdges);
  }

  public static RunExport of(
      String runId,
      Job job,
      Optional<JobRun> root,
      Instant endedAt,
      Collection<Touched> statements) {
    Set<DatasetRef> inputs = new LinkedHashSet<>();
    Set<DatasetRef> outputs = new LinkedHashSet<>();
    Map<String, ColumnEdge> edges = new LinkedHashMap<>();
    for (Touched statement : statements) {
      inputs.addAll(statement.inputs());
      outputs.addAll(statement.outputs());
      statement.columnEdges().forEach(edge -> edges.putIfAbsent(edge.key(), edge));
    }
    return new RunExport(runId, job, root, endedAt, inputs, outputs, List.copyOf(edges.values()));
  }
}
