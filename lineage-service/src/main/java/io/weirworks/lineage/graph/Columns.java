package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a dataset that edges name, numbered as they were met. A number is for ever; {@link
 * #ANY} and {@link #WHOLE} are the same in each dataset. Immutable, names sorted by {@code order}
 * for looking up.
 */
final class Columns {

  /** {@link ColumnEdge#ANY}. Those beyond {@link PackedEdge#MOST_COLUMNS} are of it too. */
  static final int ANY = 0;

  /** The dataset as a whole: the end of a table's edge, or of one that names no target column. */
  static final int WHOLE = 1;

  /** Of a column that no edge names. */
  static final int UNMET = PackedEdge.MOST_COLUMNS - 1;

  static final Columns NONE = new Columns(new String[] {ColumnEdge.ANY, ""}, new int[] {1, 0});

  private final String[] names;
  private final int[] order;
  private final long[] hashes;

  private Columns(String[] names, int[] order) {
    this.names = names;
    this.order = order;
    this.hashes = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      hashes[i] = Hashes.of(names[i]);
    }
  }

  Columns with(Iterable<String> more) {
    SortedSet<String> fresh = new TreeSet<>();
    for (String name : more) {
      if (find(name) < 0) {
        fresh.add(name);
      }
    }
    int room = UNMET - names.length;
    if (fresh.isEmpty() || room <= 0) {
      return this;
    }
    List<String> all = new ArrayList<>(Arrays.asList(names));
    fresh.stream().limit(room).forEach(all::add);
    String[] grown = all.toArray(String[]::new);
    Integer[] sorted = new Integer[grown.length];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, Comparator.comparing(i -> grown[i]));
    return new Columns(grown, Arrays.stream(sorted).mapToInt(Integer::intValue).toArray());
  }

  /** Number of a column that was met; {@link #ANY} for others. */
  int number(@Nullable String name) {
    return name == null ? WHOLE : Math.max(find(name), ANY);
  }

  /**
   * Number by which a read begins at a column: one that no edge names is still touched by edges
   * that name none.
   */
  int place(String name) {
    int number = find(name);
    return number < 0 ? UNMET : number;
  }

  private int find(String name) {
    int low = 0;
    int high = order.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = names[order[middle]].compareTo(name);
      if (compared == 0) {
        return order[middle];
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Null for {@link #WHOLE} and {@link #UNMET}. */
  @Nullable String name(int number) {
    return number == WHOLE || number >= names.length ? null : names[number];
  }

  long hash(int number) {
    return hashes[number];
  }
}
