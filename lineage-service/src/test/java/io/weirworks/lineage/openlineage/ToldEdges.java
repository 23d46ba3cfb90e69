package io.weirworks.lineage.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * All edges that one source tells of a script, by canonical names.
 *
 * @param datasets that are named at all
 * @param script its statements, in one line each; empty for the engine, as is the next one
 * @param writing the statements that write a dataset
 */
record ToldEdges(
    Set<Link> columns,
    Set<Pair> tables,
    Set<String> datasets,
    List<String> script,
    Map<String, List<String>> writing) {
  /** Data flowed from one dataset to another. */
  record Pair(String source, String target) {}

  private static final Run RUN =
      new Run("run", "ni", "wi", "demo", "shop", "n-1", "statements", "2026-01-01", Instant.EPOCH);

  private ToldEdges() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>(), new HashMap<>());
  }

  /** The script of a resource, its directory filled in. */
  static ToldEdges byText(String name) throws IOException {
    List<String> script = statements(resource(name + ".sql").replace("${dir}", "/data"));
    List<RunStatement> statements =
        IntStream.range(0, script.size())
            .mapToObj(i -> new RunStatement(i, script.get(i), "", null))
            .toList();
    ScriptReading reading =
        new ScriptReading(
            SqlLineage.create(),
            new RunScript(RUN, Dialect.SPARK, statements, 0),
            table -> Optional.empty());
    reading.readOn(statements.size());
    if (!reading.hasNoGap()) {
      throw new IllegalStateException(reading.from(0).toString());
    }
    ToldEdges told = new ToldEdges();
    told.script.addAll(script);
    reading.from(0).stream()
        .map(Finding::record)
        .flatMap(Optional::stream)
        .forEach(record -> told.add(record, script.get(record.index())));
    return told;
  }

  private static List<String> statements(String script) {
    return Arrays.stream(script.replaceAll("(?m)^--.*$", "").split(";"))
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private void add(StatementRecord record, String text) {
    record
        .outputs()
        .forEach(one -> writing.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(text));
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

  /** Whether a statement that writes the dataset has this construct. */
  boolean says(String dataset, String construct) {
    Pattern pattern = Pattern.compile(construct, Pattern.CASE_INSENSITIVE);
    return construct.isEmpty()
        || writing.getOrDefault(dataset, List.of()).stream()
            .anyMatch(text -> pattern.matcher(text).find());
  }

  boolean isView(String dataset) {
    return says(dataset, "^CREATE (OR REPLACE )?VIEW ");
  }

  /** Whether only views lie between the two. */
  boolean flowsThroughViews(String source, String target) {
    return tables.stream()
        .filter(pair -> pair.target().equals(target) && isView(pair.source()))
        .map(Pair::source)
        .anyMatch(view -> isPaired(source, view) || flowsThroughViews(source, view));
  }

  private boolean isPaired(String source, String target) {
    return tables.contains(new Pair(source, target));
  }

  /** Whether anything decides about the rows of the dataset by this flow. */
  boolean decides(String dataset, Flow flow) {
    return columns.stream()
        .anyMatch(one -> one.target().equals(dataset) && one.isOfRows() && one.flow() == flow);
  }

  /** Whether some statement gives a column of this name another one. */
  boolean renames(String column) {
    return script.stream().anyMatch(text -> text.contains(" " + column + " AS "));
  }

  /** Whether a statement that writes the dataset reads a table that the script caches. */
  boolean isFromCache(String dataset) {
    return script.stream()
        .filter(text -> text.startsWith("CACHE TABLE "))
        .map(text -> text.split(" ")[2])
        .anyMatch(cached -> says(dataset, "\\bFROM " + cached + "\\b"));
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
