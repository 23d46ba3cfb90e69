package io.weirworks.standalone.profile;

import io.weirworks.lineage.sql.PartitionSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One query that counts, of a bounded sample of a table, how many values of each column pass each
 * test. Its rows hold names and counts alone: no value leaves Spark.
 *
 * @param columns that are looked at
 * @param rows of the sample at most
 * @param partition from which they are; {@link PartitionSpec#ALL}: from any
 */
public record ProfileQuery(
    String database,
    String table,
    List<String> columns,
    List<ContentTest> tests,
    int rows,
    PartitionSpec partition) {

  /** Characters of a value that are looked at: what is longer is none of the types. */
  private static final int LONGEST_VALUE = 1_000;

  public ProfileQuery {
    columns = List.copyOf(columns);
    tests = List.copyOf(tests);
  }

  /** A row for each column that has values: its name, how many, and how many pass each test. */
  public String sql() {
    String counts =
        IntStream.range(0, tests.size())
            .mapToObj(i -> ",\n  COUNT_IF(%s) AS t%d".formatted(tests.get(i).sql("value"), i))
            .collect(Collectors.joining());
    String values =
        columns.stream()
            .map(
                column ->
                    "\n    %s, LEFT(CAST(%s AS STRING), %d)"
                        .formatted(
                            SparkText.literal(column), SparkText.name(column), LONGEST_VALUE))
            .collect(Collectors.joining(","));
    return """
        SELECT name, COUNT(value) AS sampled%s
        FROM (
          SELECT stack(%d,%s) AS (name, value)
          FROM (SELECT * FROM %s.%s%s LIMIT %d) sample) one_by_one
        WHERE value <> ''
        GROUP BY name
        """
        .formatted(
            counts,
            columns.size(),
            values,
            SparkText.name(database),
            SparkText.name(table),
            where(),
            rows);
  }

  private String where() {
    return partition.values().isEmpty()
        ? ""
        : partition.values().entrySet().stream()
            .map(
                entry ->
                    entry.getValue().equals(PartitionSpec.NO_VALUE)
                        ? SparkText.name(entry.getKey()) + " IS NULL"
                        : "CAST(%s AS STRING) = %s"
                            .formatted(
                                SparkText.name(entry.getKey()),
                                SparkText.literal(entry.getValue())))
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }
}
