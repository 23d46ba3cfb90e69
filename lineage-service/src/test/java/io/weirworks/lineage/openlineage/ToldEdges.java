package io.weirworks.lineage.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.run.Finding;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.RunStatement;
import io.weirworks.lineage.run.ScriptReading;
import io.weirworks.lineage.run.StatementRecord;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.SqlLineage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All edges that one source tells of a script, by canonical names.
 *
 * @param datasets that are named at all
 */
record ToldEdges(Set<Link> columns, Set<Pair> tables, Set<String> datasets) {
  /** Data flowed from one dataset to another. */
  record Pair(String source, String target) {}

  private static final Run RUN =
      new Run("run", "ni", "wi", "demo", "shop", "n-1", "statements", "2026-01-01", Instant.EPOCH);

  private ToldEdges() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>());
  }

  /** The script of a resource, its directory filled in. */
  static ToldEdges byText(String name) throws IOException {
    String script = resource(name + ".sql").replace("${dir}", "/data");
    RunStatement whole = new RunStatement(0, script, "", null);
    ScriptReading reading =
        new ScriptReading(
            SqlLineage.create(),
            new RunScript(RUN, Dialect.SPARK, List.of(whole), 0),
            table -> Optional.empty());
    reading.readOn(1);
    if (!reading.hasNoGap()) {
      throw new IllegalStateException(reading.from(0).toString());
    }
    ToldEdges told = new ToldEdges();
    reading.from(0).stream().map(Finding::record).flatMap(Optional::stream).forEach(told::add);
    return told;
  }

  private void add(StatementRecord record) {
    record.inputs().stream().map(DatasetRef::id).forEach(datasets::add);
    record.outputs().stream().map(DatasetRef::id).forEach(datasets::add);
    record
        .tableEdges()
        .forEach(edge -> tables.add(new Pair(edge.sourceDataset(), edge.targetDataset())));
    record
        .columnEdges()
        .forEach(
            edge ->
                columns.add(
                    new Link(
                        edge.sourceDataset(),
                        edge.sourceColumn(),
                        edge.targetDataset(),
                        Objects.requireNonNullElse(edge.targetColumn(), Link.ROWS),
                        edge.flow())));
  }

  /** The events of a resource. */
  static ToldEdges byEngine(String name) throws Exception {
    Map<String, String> tableOfPath = new HashMap<>();
    List<EventWords> events = new ArrayList<>();
    for (String line : resource(name + ".events.jsonl").lines().toList()) {
      events.add(new EventWords(line, tableOfPath));
    }
    ToldEdges told = new ToldEdges();
    events.forEach(told::add); // only now all tables' files are known
    return told;
  }

  private void add(EventWords event) {
    columns.addAll(event.links());
    Set<String> inputs = event.inputs();
    Set<String> outputs = event.outputs();
    datasets.addAll(inputs);
    datasets.addAll(outputs);
    for (String input : inputs) {
      outputs.forEach(output -> tables.add(new Pair(input, output)));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ToldEdges.class.getResourceAsStream("/openlineage/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
