package io.weirworks.lineage.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A script analysed for a test, its lineage as short texts. Tables of the default database are
 * written without it.
 */
public final class Analysed {
  private static final SqlLineage LINEAGE = SqlLineage.create();

  private final ScriptLineage script;

  private Analysed(ScriptLineage script) {
    this.script = script;
  }

  public static Analysed spark(String sql) {
    return with(Map.of()).spark(sql);
  }

  public static Analysed hive(String sql) {
    return with(Map.of()).hive(sql);
  }

  public static Analysed ansi(String sql) {
    return new Schemas(Map.of()).analysed(sql, Dialect.ANSI);
  }

  /** A catalogue: table name to its columns, blank-separated. */
  public static Schemas with(Map<String, String> tables) {
    return new Schemas(tables);
  }

  public record Schemas(Map<String, String> tables) {
    public Analysed spark(String sql) {
      return analysed(sql, Dialect.SPARK);
    }

    public Analysed hive(String sql) {
      return analysed(sql, Dialect.HIVE);
    }

    Analysed analysed(String sql, Dialect dialect) {
      Map<TableName, List<String>> byName = new HashMap<>();
      tables.forEach((t, columns) -> byName.put(TableName.parse(t), List.of(columns.split(" "))));
      return new Analysed(
          LINEAGE.analyse(
              SqlScript.of(sql, dialect), table -> Optional.ofNullable(byName.get(table))));
    }
  }

  public ScriptLineage script() {
    return script;
  }

  public StatementLineage statement(int index) {
    return script.statements().get(index);
  }

  public StatementLineage last() {
    return script.statements().getLast();
  }

  public Set<String> inputs() {
    return ids(last().inputs());
  }

  public Set<String> outputs() {
    return ids(last().outputs());
  }

  private static Set<String> ids(Set<Dataset> datasets) {
    return datasets.stream()
        .map(d -> shortened(d.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code source -> target} of what the last statement's columns are made of. */
  public Set<String> direct() {
    return last().columnEdges().stream()
        .filter(edge -> edge.dependency() instanceof Dependency.Direct)
        .map(Analysed::arrow)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code source -> target KIND} of all column edges of the last statement. */
  public Set<String> edges() {
    return last().columnEdges().stream()
        .map(edge -> arrow(edge) + " " + edge.dependency())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code source KIND} of what decides about the rows that the last statement writes. */
  public Set<String> influences() {
    return last().datasetEdges().stream()
        .map(edge -> shortened(edge.from().id()) + " " + edge.dependency())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String arrow(ColumnEdge edge) {
    return shortened(edge.from().id()) + " -> " + shortened(edge.to().id());
  }

  private static String shortened(String id) {
    return id.startsWith("default.") ? id.substring("default.".length()) : id;
  }
}
