package io.weirworks.standalone.demo;

import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report as people read it.
 *
 * @param rows each has as many fields as the header
 */
record ReportTable(List<String> header, List<List<String>> rows) {

  private static final int WIDEST = 28;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /**
   * Reads a CSV file with a header, as Spark writes it: one row a line, fields quoted where they
   * hold a comma.
   *
   * @throws StandaloneException {@code REPORT_MISSING} where there is no row
   */
  static ReportTable read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw missing("cannot read the report " + file + ": " + e, e);
    }
    if (lines.size() < 2) {
      throw missing("the report " + file + " has no rows", null);
    }
    List<List<String>> rows = lines.stream().map(ReportTable::fields).toList();
    return new ReportTable(rows.getFirst(), rows.subList(1, rows.size()));
  }

  private static StandaloneException missing(String message, @Nullable Throwable cause) {
    return new StandaloneException(StandaloneException.Code.REPORT_MISSING, message, cause);
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted && i + 1 < line.length()) {
        i++;
        field.append(line.charAt(i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** Header and first rows in columns, numbers to the right. */
  List<String> lines(int rowsShown) {
    List<List<String>> shown = new ArrayList<>();
    shown.add(header);
    rows.stream().limit(rowsShown).forEach(shown::add);
    int[] widths =
        IntStream.range(0, header.size())
            .map(
                column -> shown.stream().mapToInt(row -> cut(row, column).length()).max().orElse(0))
            .toArray();
    boolean[] numeric = new boolean[header.size()];
    for (int column = 0; column < numeric.length; column++) {
      int at = column;
      numeric[column] =
          shown.stream().skip(1).allMatch(row -> NUMBER.matcher(row.get(at)).matches());
    }
    return shown.stream().map(row -> line(row, widths, numeric)).toList();
  }

  private static String line(List<String> row, int[] widths, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String field = cut(row, column);
      String blanks = " ".repeat(widths[column] - field.length());
      line.append(column == 0 ? "" : "  ")
          .append(numeric[column] ? blanks + field : field + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(List<String> row, int column) {
    String field = row.get(column);
    return field.length() <= WIDEST ? field : field.substring(0, WIDEST - 1) + "…";
  }
}
