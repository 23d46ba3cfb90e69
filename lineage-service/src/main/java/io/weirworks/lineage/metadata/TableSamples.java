package io.weirworks.lineage.metadata;

import io.weirworks.lineage.classification.ColumnSample;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a profile counted of a table's columns, kept within what a record holds. The later one
 * counts, in whatever order they are heard (R55).
 *
 * @param takenAt when, whole milliseconds
 * @param columns by name in lower case
 */
public record TableSamples(Instant takenAt, SortedMap<String, ColumnSample> columns)
    implements Comparable<TableSamples> {

  private static final int MOST_COLUMNS = 2_000;
  private static final int CHARACTERS = 200_000;

  private static final Comparator<TableSamples> ORDER =
      Comparator.comparing(TableSamples::takenAt)
          .thenComparing(samples -> samples.columns().toString());

  public TableSamples {
    SortedMap<String, ColumnSample> kept = new TreeMap<>();
    int characters = 0;
    for (Map.Entry<String, ColumnSample> each : columns.entrySet()) {
      characters += each.getKey().length() + each.getValue().characters();
      if (kept.size() < MOST_COLUMNS && characters <= CHARACTERS) {
        kept.put(each.getKey(), each.getValue());
      }
    }
    columns = Collections.unmodifiableSortedMap(kept);
  }

  @Override
  public int compareTo(TableSamples other) {
    return ORDER.compare(this, other);
  }
}
