package io.weirworks.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of the last SELECT of a script in {@code output.json}: {@code
 * {"columns":[…],"rows":[[…]],"truncated":false}}, values as Spark casts them to text
 * (dataworks-semantics 4.2). At most 10,000 rows and 2 MB; the rest is cut and marked.
 */
final class RowsOutput {
  static final int MAX_ROWS = 10_000;
  static final int MAX_BYTES = 2_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  record Rows(List<String> columns, List<List<@Nullable String>> rows, boolean truncated) {}

  private final Path file;

  RowsOutput(Path file) {
    this.file = file;
  }

  /**
   * Runs the query, prints its rows and keeps them instead of those of an earlier query; returns
   * how many were kept.
   */
  long keep(Dataset<Row> query) throws IOException {
    var columns = Arrays.asList(query.columns());
    var found = asText(query).limit(MAX_ROWS + 1).collectAsList();
    var rows = cut(columns, found.stream().map(RowsOutput::values).toList());
    print(found.subList(0, rows.rows().size()));
    WholeFile.write(file, JSON.writeValueAsBytes(rows));
    return rows.rows().size();
  }

  /** By position: a query may name two columns alike. */
  private static Dataset<Row> asText(Dataset<Row> query) {
    var names =
        IntStream.range(0, query.columns().length).mapToObj(i -> "c" + i).toArray(String[]::new);
    var renamed = query.toDF(names);
    return renamed.select(
        Arrays.stream(names).map(n -> renamed.col(n).cast("string")).toArray(Column[]::new));
  }

  static Rows cut(List<String> columns, List<List<@Nullable String>> found) throws IOException {
    var kept = new ArrayList<List<@Nullable String>>();
    long bytes = JSON.writeValueAsBytes(new Rows(columns, List.of(), false)).length;
    for (var row : found) {
      bytes += JSON.writeValueAsBytes(row).length + 1;
      if (kept.size() == MAX_ROWS || bytes > MAX_BYTES) {
        break;
      }
      kept.add(row);
    }
    return new Rows(columns, kept, kept.size() < found.size());
  }

  private static List<@Nullable String> values(Row row) {
    var values = new ArrayList<@Nullable String>(row.length());
    for (int i = 0; i < row.length(); i++) {
      var value = row.get(i);
      values.add(value == null ? null : value.toString());
    }
    return values;
  }

  /** Tab-separated with {@code NULL}, as spark-sql prints. */
  static void print(List<Row> rows) {
    var text =
        rows.stream()
            .map(
                row ->
                    values(row).stream()
                        .map(v -> v == null ? "NULL" : v)
                        .collect(Collectors.joining("\t", "", "\n")))
            .collect(Collectors.joining());
    System.out.writeBytes(text.getBytes(UTF_8));
    System.out.flush();
  }
}
