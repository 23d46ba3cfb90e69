package io.weirworks.lineage.graph;

import java.util.Arrays;

/**
 * A dataset of the graph. One thread writes; what others read is immutable and replaced whole, and
 * a name is there before the edge that uses it.
 */
final class GraphDataset {

  final int number;
  final String id;
  final long hash;
  private volatile Columns columns = Columns.NONE;
  private volatile Inflow inflow = Inflow.NONE;
  private volatile int[] targets = {};
  private volatile int[] otherNames = {};

  GraphDataset(int number, String id) {
    this.number = number;
    this.id = id;
    this.hash = Hashes.of(id);
  }

  Columns columns() {
    return columns;
  }

  Inflow inflow() {
    return inflow;
  }

  /** Numbers of the datasets that edges of this one lead to, ascending. */
  int[] targets() {
    return targets;
  }

  void name(Iterable<String> more) {
    columns = columns.with(more);
  }

  void replace(Inflow next) {
    inflow = next;
  }

  /** Numbers of the datasets that mean the same data: the files of a table, tables over files. */
  int[] otherNames() {
    return otherNames;
  }

  void leadsTo(int dataset) {
    targets = with(targets, dataset);
  }

  void leadsNoMoreTo(int dataset) {
    targets = without(targets, dataset);
  }

  void alsoNamed(int dataset) {
    otherNames = with(otherNames, dataset);
  }

  void noMoreNamed(int dataset) {
    otherNames = without(otherNames, dataset);
  }

  private static int[] with(int[] sorted, int value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at >= 0) {
      return sorted;
    }
    int[] more = new int[sorted.length + 1];
    System.arraycopy(sorted, 0, more, 0, ~at);
    more[~at] = value;
    System.arraycopy(sorted, ~at, more, ~at + 1, sorted.length - ~at);
    return more;
  }

  private static int[] without(int[] sorted, int value) {
    return Arrays.stream(sorted).filter(one -> one != value).toArray();
  }
}
